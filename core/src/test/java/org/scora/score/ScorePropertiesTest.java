package org.scora.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.scora.message.Authentication;

/** What holds for any set of findings under the shipped weights. */
class ScorePropertiesTest {
    private static final double ROUNDING = 1e-9;

    private final Weights weights = Weights.shipped();

    @Property
    void aPositiveFindingNeverLowersTheScore(
            @ForAll("findings") List<Finding> findings, @ForAll("finding") Finding one) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(one);
        double change = score(more) - score(findings);
        if (weights.of(one.name()).orElseThrow().points() >= 0) {
            assertThat(change).isGreaterThanOrEqualTo(-ROUNDING);
        } else {
            assertThat(change).isLessThanOrEqualTo(ROUNDING);
        }
    }

    @Property
    void theOrderOfFindingsDoesNotMatter(@ForAll("findings") List<Finding> findings, @ForAll long seed) {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(verdict(shuffled)).isEqualTo(verdict(findings));
    }

    @Property
    void noGroupCountsBeyondItsCaps(@ForAll("findings") List<Finding> findings) {
        List<GroupSum> sums = weights.sums(verdict(findings).findings());
        assertThat(sums)
                .allSatisfy(sum -> assertThat(sum.counted())
                        .isBetween(sum.group().least(), sum.group().most()));
        double counted = sums.stream().mapToDouble(GroupSum::counted).sum();
        assertThat(score(findings)).isCloseTo(weights.prior().points() + counted, within(ROUNDING));
    }

    @Property
    void theCertaintyIsAProbability(@ForAll("findings") List<Finding> findings) {
        assertThat(verdict(findings).certainty()).isBetween(0.0, 1.0);
    }

    @Property
    void theCounterfactualIsTrueAndSmallest(
            @ForAll("findings") List<Finding> findings, @ForAll @DoubleRange(min = 0, max = 5) double threshold) {
        Counterfactual counterfactual = Counterfactual.of(weights, verdict(findings), threshold);
        if (counterfactual.without().isEmpty()) {
            assertThat(counterfactual.scoreWithout()).isEqualTo(score(findings));
            return;
        }
        assertThat(score(findings)).isGreaterThanOrEqualTo(threshold);
        assertThat(scoreWithout(findings, counterfactual.without()))
                .isLessThan(threshold)
                .isEqualTo(counterfactual.scoreWithout());
        for (String needed : counterfactual.without()) {
            List<String> fewer = new ArrayList<>(counterfactual.without());
            fewer.remove(needed);
            assertThat(scoreWithout(findings, fewer)).isGreaterThanOrEqualTo(threshold);
        }
    }

    // Made anew from the findings that are left; a composite that is named goes with what it is made of.
    private double scoreWithout(List<Finding> findings, List<String> names) {
        Verdict verdict = weights.without(verdict(findings), Set.copyOf(names));
        List<Finding> left = findings.stream()
                .filter(finding -> !names.contains(finding.name()))
                .toList();
        boolean composite = names.stream()
                .anyMatch(name -> weights.composites().stream()
                        .anyMatch(made -> made.name().equals(name)));
        if (!composite) {
            assertThat(verdict.score()).isEqualTo(score(left));
        }
        return verdict.score();
    }

    @Provide
    Arbitrary<Finding> finding() {
        List<String> names = weights.all().stream()
                .map(Weight::name)
                .filter(name -> !name.equals(Weights.PRIOR))
                .toList();
        return Combinators.combine(
                        Arbitraries.of(names),
                        Arbitraries.strings().ofMaxLength(5),
                        Arbitraries.doubles().between(0, 6))
                .as(Finding::new);
    }

    @Provide
    Arbitrary<List<Finding>> findings() {
        return finding().list().ofMaxSize(20);
    }

    private double score(List<Finding> findings) {
        return verdict(findings).score();
    }

    private Verdict verdict(List<Finding> findings) {
        return weights.verdict(findings, List.of(), Authentication.none());
    }
}
