package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptIdTest {

    @Test
    void sameMailKeepsItsReceipt() {
        assertThat(ReceiptId.of("Mail1718-0042")).isEqualTo(ReceiptId.of("Mail1718-0042"));
        assertThat(ReceiptId.of("Mail1718-0042")).isNotEqualTo(ReceiptId.of("Mail1718-0043"));
    }

    @Test
    void receiptsStayTheSameOverReleases() {
        // SHA-256 of "abc" begins BA7816BF 8F01CFEA, five bits a letter.
        assertThat(ReceiptId.of("abc")).hasToString("Q9W1-DFWF-077Y");
    }

    @Test
    void receiptsCanBeReadOutOnTheTelephone() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(i -> ReceiptId.of("mail" + i).text()))
                .allMatch(text -> text.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4QX7-M2DA-90TW", "4qx7m2da90tw", " 4QX7-M2DA-90TW ", "4QX7-M2DA-9oTW"})
    void aReceiptIsReadAsPeopleWriteIt(String written) {
        assertThat(ReceiptId.parse(written)).contains(new ReceiptId("4QX7-M2DA-90TW"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ReceiptId receipt = ReceiptId.of("Mail1764-6f");

        assertThat(ReceiptId.parse(receipt.text())).contains(receipt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4QX7-M2DA-9KT", "4QX7-M2DA-9KTWW", "4QX7-M2DA-9KTU", "4QX7/M2DA/9KTW", "Mail1764"})
    void whatCanBeNoReceiptIsNone(String written) {
        assertThat(ReceiptId.parse(written)).isEmpty();
    }
}
