package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

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
