package org.scora.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scora.fit.Accuracy.Scored;

class AccuracyTest {
    private final Accuracy accuracy = new Accuracy(List.of(
            new Scored(-2, false),
            new Scored(0, false),
            new Scored(3, false),
            new Scored(1, true),
            new Scored(4, true)));

    @Test
    void whatReachesTheThresholdIsCaught() {
        assertThat(accuracy.caught(4)).isEqualTo(0.5);
        assertThat(accuracy.falsePositives(3)).isEqualTo(1 / 3.0);
        assertThat(accuracy.falsePositives(3.1)).isZero();
    }

    @Test
    void areaAboveIsTheShareOfPairsInTheWrongOrder() {
        // Of six pairs of wanted and unwanted mail one is the wrong way round: 3 and 1.
        assertThat(accuracy.areaAbove()).isCloseTo(1 / 6.0, within(1e-12));
    }

    @Test
    void recallIsTakenAboveTheWantedMailThatMayNotPass() {
        assertThat(accuracy.recallAt(0)).isEqualTo(0.5);
        assertThat(accuracy.recallAt(0.4)).isEqualTo(1);
    }

    @Test
    void whatThereIsNoneOfHasNoShare() {
        assertThat(new Accuracy(List.of(new Scored(1, false))).caught(0)).isNaN();
    }
}
