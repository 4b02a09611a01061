package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "-9, 0.0 %",
        "-1, 9.0 %",
        "0, 50.0 %",
        "1, 90.9 %",
        "2, 99.0 %",
        "2.1, 99.2 %",
        "3, 99.90 %",
        "3.2, 99.93 %",
        "4, 99.990 %",
        "5, 99.999 %",
        "7, 99.999 %",
        "300, 99.999 %"
    })
    void aCertaintyHasTheDigitsThatTellButIsNeverFull(double score, String certainty) {
        assertThat(Numbers.certainty(score)).isEqualTo(certainty);
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0 %", "5, 5, 100 %", "1, 1000, 1 %", "999, 1000, 99 %", "7, 12, 58 %"})
    void aShareIsOnlyNothingOrAllWhenItIs(long part, long all, String share) {
        assertThat(Numbers.share(part, all)).isEqualTo(share);
    }

    @Test
    void countsAreGroupedAndAgreeWithTheirNoun() {
        assertThat(Numbers.counted(1, "message", "messages")).isEqualTo("1 message");
        assertThat(Numbers.counted(4312, "message", "messages")).isEqualTo("4,312 messages");
    }
}
