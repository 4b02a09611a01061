package org.scora.report.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.report.contents.Accuracy.Held;
import org.scora.report.contents.Accuracy.Judgment;
import org.scora.score.Category;

/** What can be said about errors, and when nothing can. */
class AccuracyTest {

    // The bounds as R's prop.test gives them without continuity correction.
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.27754",
        "1, 10, 0.01788, 0.40415",
        "2, 2630, 0.00021, 0.00277",
        "50, 100, 0.40383, 0.59617",
        "10, 10, 0.72246, 1"
    })
    void theIntervalIsWilsons(long hits, long all, double low, double high) {
        Interval interval = new Interval(hits, all);
        assertThat(interval.low()).isCloseTo(low, within(0.00002));
        assertThat(interval.high()).isCloseTo(high, within(0.00002));
    }

    @Test
    void nothingSeenMayBeAnything() {
        assertThat(new Interval(0, 0).low()).isZero();
        assertThat(new Interval(0, 0).high()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, TOO_LITTLE",
        "0, 3837, TOO_LITTLE",
        "0, 3842, BETTER",
        "2, 2630, AS_SET",
        "40, 2630, WORSE",
        "1, 100000, BETTER"
    })
    void anErrorIsHeldAgainstTheChanceThatWasSet(long wrong, long held, Judgment judgment) {
        assertThat(new Held(Category.SPAM, new Interval(wrong, held), OptionalDouble.of(3)).judgment())
                .isEqualTo(judgment);
    }

    @Test
    void enoughIsWhatItTakesToTellWithoutAnError() {
        long enough = Interval.enoughFor(0.001);
        assertThat(new Interval(0, enough).high()).isLessThanOrEqualTo(0.001);
        assertThat(new Interval(0, enough - 1).high()).isGreaterThan(0.001);
    }

    @Test
    void withoutAThresholdNothingWasSet() {
        assertThat(new Held(Category.VIRUS, new Interval(1, 10), OptionalDouble.empty()).judgment())
                .isEqualTo(Judgment.NOTHING_SET);
    }
}
