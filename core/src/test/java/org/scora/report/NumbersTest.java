package org.scora.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0, 5, 0 %", "5, 5, 100 %", "1, 1000, 1 %", "999, 1000, 99 %", "7, 12, 58 %"})
    void aShareIsOnlyNothingOrAllWhenItIs(long part, long all, String share) {
        assertThat(new Numbers(Locale.ENGLISH).share(part, all)).isEqualTo(share.replace(' ', '\u00a0'));
    }

    @Test
    void countsAreGroupedAsTheLanguageDoesIt() {
        assertThat(new Numbers(Locale.ENGLISH).whole(4312)).isEqualTo("4,312");
        assertThat(new Numbers(Locale.GERMAN).whole(4312)).isEqualTo("4.312");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.00021, 0.021 %", "0.0123, 1.2 %", "0.5, 50 %", "1, 100 %", "0.0000012, 0.0001 %"})
    void aSmallShareHasAsManyDecimalsAsItTakes(double share, String text) {
        assertThat(new Numbers(Locale.ENGLISH).fine(share)).isEqualTo(text.replace(' ', '\u00a0'));
    }

    @Test
    void aDurationIsToldInTheUnitInWhichItIsALittleNumber() {
        assertThat(List.of(0L, 119L, 600L, 90_000L).stream()
                        .map(seconds -> Numbers.duration(Duration.ofSeconds(seconds))))
                .containsExactly("1\u00a0s", "119\u00a0s", "10\u00a0min", "25\u00a0h");
    }
}
