package org.scora.message;

/**
 * A mailbox in a header (RFC 5322 section 3.4).
 *
 * @param displayName decoded; may be empty
 * @param address as written; may be anything when the header is broken
 */
public record Mailbox(String displayName, String address) {}
