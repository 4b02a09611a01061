package org.scora.domain;

/** How it is known which recipients of a domain there are. */
public enum RecipientPolicy {
    /** Those on the domain's list of mailboxes, and their aliases. */
    LISTED,
    /** Those that the domain's own server takes when it is asked by SMTP, without a message; besides those listed. */
    ASK_SERVER,
    /** Whoever is written to; the domain's own server refuses others. */
    ANY
}
