package org.scora.learn;

import java.util.List;

/**
 * What a learner says of a message.
 *
 * @param logOdds log10 odds that the message is unwanted, as far as what was taught says; 0 for no opinion
 * @param familiarity from 0 to 1, how much of what the message has was met in lessons
 * @param reasons what of it speaks most for the opinion, in words that a person can read; empty for a weak one
 */
public record Opinion(double logOdds, double familiarity, List<String> reasons) {
    public Opinion {
        reasons = List.copyOf(reasons);
    }
}
