package org.scora.score;

/**
 * Findings that in part say the same thing, so that their sum is kept between two bounds.
 *
 * @param name as in the weights file
 * @param least what the group's findings may take away together, in points; 0 or less
 * @param most what they may add together, in points; 0 or more
 * @param meaning what the group is about, for people
 */
public record Group(String name, double least, double most, String meaning) {

    /** The sum that counts. */
    double cap(double sum) {
        return Math.max(least, Math.min(most, sum));
    }
}
