package org.scora.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/**
 * The smallest true statement of what would have changed a verdict: how much is missing below a threshold, or the fewest
 * findings without which a score would have stayed below it. Caps, groups and composites are reckoned with.
 *
 * @param threshold the score that counts
 * @param score the verdict's
 * @param without the fewest findings that make the difference, at most three; empty below the threshold, and where no
 *     three do
 * @param scoreWithout the score without them; the same score when there are none
 */
public record Counterfactual(double threshold, double score, List<String> without, double scoreWithout) {

    public Counterfactual {
        without = List.copyOf(without);
    }

    /** What would have taken the verdict across a threshold. */
    public static Counterfactual of(Weights weights, Verdict verdict, double threshold) {
        if (verdict.score() < threshold) {
            return new Counterfactual(threshold, verdict.score(), List.of(), verdict.score());
        }
        Predicate<Verdict> below = other -> other.score() < threshold;
        return FewestFindings.thatMatter(weights, verdict, below)
                .map(fewest -> new Counterfactual(
                        threshold,
                        verdict.score(),
                        fewest.names(),
                        fewest.verdict().score()))
                .orElseGet(() -> new Counterfactual(threshold, verdict.score(), List.of(), verdict.score()));
    }

    /** Whether the score reaches the threshold. */
    public boolean reached() {
        return score >= threshold;
    }

    /** For people: {@code 2.10 of 3.0, 0.90 short} or {@code 4.20 of 3.0; without LINK_LOOKALIKE_HOST it would be 0.70}. */
    public String sentence() {
        String share = floor(score) + " of " + BigDecimal.valueOf(threshold).toPlainString();
        if (!reached()) {
            return share + ", " + ceiling(threshold - score) + " short";
        }
        return without.isEmpty()
                ? share + "; no three findings alone make the difference"
                : share + "; without " + String.join(" and ", without) + " it would be " + floor(scoreWithout);
    }

    // A score of 2.996 must not be said to be 3.00 of 3.0 and yet below it.
    private static String floor(double points) {
        return BigDecimal.valueOf(points).setScale(2, RoundingMode.FLOOR).toPlainString();
    }

    private static String ceiling(double points) {
        return BigDecimal.valueOf(points).setScale(2, RoundingMode.CEILING).toPlainString();
    }
}
