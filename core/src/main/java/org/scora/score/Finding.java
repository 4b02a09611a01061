package org.scora.score;

/**
 * Something that a check saw in a message. It carries no points: what it weighs stands in the weights file.
 *
 * @param name as in the weights file, such as {@code DATE_IN_FUTURE}
 * @param evidence what exactly was seen, in words and fragments that a person can verify; may hold text of the message
 * @param strength how often the weight's points count, at least 0; 1 for everything but what is a matter of degree
 */
public record Finding(String name, String evidence, double strength) {

    /** A finding that is there or is not. */
    public Finding(String name, String evidence) {
        this(name, evidence, 1);
    }
}
