package org.scora.export;

/**
 * One difference between what is stored and what the file says.
 *
 * @param where such as {@code domain example.com} or {@code profile strict}
 * @param what such as {@code spamQuarantine} or {@code mailboxes}
 * @param before empty when there is nothing
 * @param after empty when there will be nothing
 */
public record Difference(String where, String what, String before, String after) {}
