package org.scora.report.contents;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.scora.score.Category;

/**
 * How right the filter was, as far as people said so: who does not look into the quarantine says nothing, so errors that
 * are seen are a part of those that there were.
 *
 * @param held one for each category of which something was held
 * @param heldInAll all of them together
 * @param expectedWrong how many of the held ones the scores themselves leave as wanted
 * @param missed delivered mail that somebody reported as unwanted
 * @param expectedMissed how many of the delivered ones the scores themselves leave as unwanted
 * @param complete false when there was more said than could be read, so that there are more errors
 */
public record Accuracy(
        List<Held> held,
        Interval heldInAll,
        double expectedWrong,
        Interval missed,
        double expectedMissed,
        boolean complete) {

    public Accuracy {
        held = List.copyOf(held);
    }

    /** What can be said about an error that was set. */
    public enum Judgment {
        /** Nothing was set that it could be held against. */
        NOTHING_SET,
        /** It lies above what was set, even at the lower bound. */
        WORSE,
        /** It lies below what was set, even at the upper bound. */
        BETTER,
        /** The bounds lie on both sides of what was set, and something was seen. */
        AS_SET,
        /** Too little was held to tell. */
        TOO_LITTLE
    }

    /**
     * Held mail of one category.
     *
     * @param wrong released, allowed or taught as wanted, out of those that were held
     * @param threshold from which score on it is held
     */
    public record Held(Category category, Interval wrong, OptionalDouble threshold) {

        /** The chance of error that was set: at the threshold the odds are ten to its power. */
        public Optional<Double> set() {
            return threshold.isPresent()
                    ? Optional.of(1 / (1 + Math.pow(10, threshold.getAsDouble())))
                    : Optional.empty();
        }

        public Judgment judgment() {
            return set().map(this::against).orElse(Judgment.NOTHING_SET);
        }

        private Judgment against(double chance) {
            if (wrong.low() > chance) {
                return Judgment.WORSE;
            }
            if (wrong.high() <= chance) {
                return Judgment.BETTER;
            }
            return wrong.hits() == 0 ? Judgment.TOO_LITTLE : Judgment.AS_SET;
        }
    }
}
