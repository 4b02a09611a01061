package org.scora.learn;

import java.util.List;

/**
 * What a learner says of a message.
 *
 * @param logOdds log10 odds that the message is unwanted, as far as what was taught says; 0 for no opinion
 * @param familiarity from 0 to 1, how much of what the message has was met in lessons
 * @param reasons what of it speaks most for the opinion, in words that a person can read; empty for a weak one
 * @param taughtHere how much of it is from this site's own lessons
 */
public record Opinion(double logOdds, double familiarity, List<String> reasons, Taught taughtHere) {
    public Opinion {
        reasons = List.copyOf(reasons);
    }

    /**
     * What this site's own lessons have added to what the learner came with.
     *
     * @param logOdds by how much they moved the log10 odds of the message's bytes and traits, taken together
     * @param familiarity from 0 to 1, how much of what the message has they moved
     * @param reasons what of it they moved most in that direction; empty when they moved little
     */
    public record Taught(double logOdds, double familiarity, List<String> reasons) {
        /** Nothing was taught here. */
        public static final Taught NOTHING = new Taught(0, 0, List.of());

        public Taught {
            reasons = List.copyOf(reasons);
        }
    }

    Opinion because(List<String> reasonsOfAll, List<String> reasonsOfTaught) {
        return new Opinion(
                logOdds,
                familiarity,
                reasonsOfAll,
                new Taught(taughtHere.logOdds(), taughtHere.familiarity(), reasonsOfTaught));
    }
}
