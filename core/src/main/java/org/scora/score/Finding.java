package org.scora.score;

/**
 * Something that a check saw in a message. It carries no number: what it weighs stands in the weights file.
 *
 * @param name as in the weights file, such as {@code DATE_IN_FUTURE}
 * @param evidence what exactly was seen, in words and fragments that a person can verify; may hold text of the message
 */
public record Finding(String name, String evidence) {}
