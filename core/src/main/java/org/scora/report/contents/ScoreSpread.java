package org.scora.report.contents;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.scora.journal.Totals.Step;
import org.scora.policy.Disposition;
import org.scora.score.Verdict;

/**
 * How the scores are spread.
 *
 * @param bars one for each half of a point, the lowest first, those that are empty too; the first and the last have all
 *     that lies beyond
 * @param thresholds from which score on something is done about spam, the mildest first
 */
public record ScoreSpread(List<Bar> bars, Map<Disposition, Double> thresholds) {
    /** How wide a bar is, in log10 odds. */
    public static final double WIDTH = 0.5;

    private static final double LOWEST = -6;
    private static final double HIGHEST = 7.5;
    private static final double STEP = 0.25;

    public ScoreSpread {
        bars = List.copyOf(bars);
        thresholds = Map.copyOf(thresholds);
    }

    /**
     * Copies with alike scores.
     *
     * @param score log10 odds, the lower end
     */
    public record Bar(double score, Map<Disposition, Long> copies) {
        public Bar {
            copies = Map.copyOf(copies);
        }

        public long all() {
            return copies.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static ScoreSpread of(List<Step> steps, Map<Disposition, Double> thresholds) {
        NavigableMap<Double, Map<Disposition, Long>> bars = new TreeMap<>();
        if (!steps.isEmpty()) {
            for (double score = LOWEST; score <= HIGHEST; score += WIDTH) {
                bars.put(score, new EnumMap<>(Disposition.class));
            }
        }
        for (Step step : steps) {
            double bounded = Math.max(LOWEST, Math.min(HIGHEST, step.score()));
            bars.floorEntry(bounded).getValue().merge(step.disposition(), step.copies(), Long::sum);
        }
        return new ScoreSpread(
                bars.entrySet().stream()
                        .map(bar -> new Bar(bar.getKey(), bar.getValue()))
                        .toList(),
                thresholds);
    }

    /** How many copies of those that were held the scores leave as wanted. */
    static double expectedWrong(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.disposition() == Disposition.QUARANTINE)
                .mapToDouble(step -> step.copies() * (1 - certainty(step)))
                .sum();
    }

    /** How many copies of those that were delivered unflagged the scores leave as unwanted. */
    static double expectedMissed(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.disposition() == Disposition.NORMAL)
                .mapToDouble(step -> step.copies() * certainty(step))
                .sum();
    }

    private static double certainty(Step step) {
        return Verdict.certaintyOf(step.score() + STEP / 2);
    }
}
