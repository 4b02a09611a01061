package org.scora.message;

/**
 * A link in HTML or in plain text.
 *
 * @param target as written, bounded
 * @param visibleText what a reader sees of it; the target itself in plain text
 */
public record Link(String target, String visibleText) {}
