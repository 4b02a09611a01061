package org.scora.score;

/**
 * What a finding weighs.
 *
 * @param name the finding's name, capital letters, digits and underscores
 * @param points log10 odds: +1 makes it ten times as likely that the message is unwanted, -1 ten times less
 * @param group findings of one group are taken to say the same thing in part, so their sum is capped
 * @param category what a message is taken for when this finding is what speaks most against it
 * @param sentence what was found, for people who do not know mail standards
 */
public record Weight(String name, double points, String group, Category category, String sentence) {

    Weight times(double strength) {
        return strength == 1 ? this : weighing(points * strength);
    }

    Weight weighing(double newPoints) {
        return new Weight(name, newPoints, group, category, sentence);
    }
}
