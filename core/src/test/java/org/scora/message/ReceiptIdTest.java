package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptIdTest {

    @Test
    void aMailKeepsItsReceipt() {
        assertThat(ReceiptId.of("Mail1").text()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(ReceiptId.of("Mail1")).isEqualTo(ReceiptId.of("Mail1")).isNotEqualTo(ReceiptId.of("Mail2"));
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
