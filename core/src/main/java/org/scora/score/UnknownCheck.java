package org.scora.score;

/**
 * A check that could not answer: it weighs nothing.
 *
 * @param check the check's name
 * @param reason a timeout, a DNS failure, an exception, in words
 */
public record UnknownCheck(String check, String reason) {}
