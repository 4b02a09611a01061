package org.scora.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scora.message.Authentication;

class CounterfactualTest {
    private final Weights weights = Weights.parse("""
        name\tpoints\tgroup\tcategory\tsentence
        PRIOR\t-1\tprior\tspam\tMost mail is wanted.
        LOUD\t1.5\twords\tspam\tIt shouts.
        GREEDY\t1.5\twords\tspam\tIt wants money.
        HASTY\t1.2\twords\tspam\tIt is in a hurry.
        PROGRAM\t3\tfiles\tvirus\tA program.
        KNOWN\t-1\twords\tspam\tIt is known.
        """, """
        group\tleast\tmost\tmeaning
        prior\t-10\t10\tWhere all start
        words\t-1\t2\tWhat it says
        files\t0\t6\tThe files in it
        """, """
        name\tpoints\tgroup\tcategory\tfindings\tsentence
        LOUD_PROGRAM\t1\tfiles\tvirus\tLOUD & PROGRAM & -KNOWN\tIt shouts at you to start it.
        """);

    @Test
    void belowTheThresholdItSaysHowMuchIsMissing() {
        Counterfactual counterfactual = counterfactual(3, "PROGRAM");

        assertThat(counterfactual.reached()).isFalse();
        assertThat(counterfactual.sentence()).isEqualTo("2.00 of 3.0, 1.00 short");
    }

    @Test
    void oneFindingThatMakesTheDifferenceIsNamed() {
        Counterfactual counterfactual = counterfactual(2, "PROGRAM", "GREEDY");

        assertThat(counterfactual.without()).containsExactly("PROGRAM");
        assertThat(counterfactual.sentence()).isEqualTo("3.50 of 2.0; without PROGRAM it would be 0.50");
    }

    @Test
    void aFindingAboveItsGroupsCapMakesNoDifferenceAlone() {
        assertThat(counterfactual(1, "LOUD", "GREEDY", "HASTY").without()).containsExactly("GREEDY", "LOUD");
        assertThat(counterfactual(0.9, "LOUD", "GREEDY").without()).containsExactly("GREEDY");
    }

    @Test
    void aCompositeGoesWithWhatItIsMadeOf() {
        Counterfactual counterfactual = counterfactual(4, "PROGRAM", "LOUD");

        assertThat(counterfactual.score()).isEqualTo(-1 + 3 + 1 + 1.5);
        assertThat(counterfactual.without()).containsExactly("PROGRAM");
        assertThat(counterfactual.scoreWithout()).isEqualTo(0.5);
    }

    @Test
    void whereThreeFindingsAreNotEnoughItSaysSo() {
        Counterfactual counterfactual = counterfactual(-5, "LOUD");

        assertThat(counterfactual.without()).isEmpty();
        assertThat(counterfactual.sentence()).isEqualTo("0.50 of -5.0; no three findings alone make the difference");
    }

    @Test
    void aScoreJustBelowIsNotRoundedUpToTheThreshold() {
        assertThat(new Counterfactual(3, 2.996, List.of(), 2.996).sentence()).isEqualTo("2.99 of 3.0, 0.01 short");
    }

    @Test
    void aCompositeIsThereWhenAllItNeedsIsAndNothingThatMustBeMissing() {
        assertThat(verdict("PROGRAM", "LOUD").has("LOUD_PROGRAM")).isTrue();
        assertThat(verdict("PROGRAM").has("LOUD_PROGRAM")).isFalse();
        assertThat(verdict("PROGRAM", "LOUD", "KNOWN").has("LOUD_PROGRAM")).isFalse();
    }

    private Counterfactual counterfactual(double threshold, String... names) {
        return Counterfactual.of(weights, verdict(names), threshold);
    }

    private Verdict verdict(String... names) {
        return weights.verdict(
                Arrays.stream(names).map(name -> new Finding(name, "seen")).toList(), List.of(), Authentication.none());
    }
}
