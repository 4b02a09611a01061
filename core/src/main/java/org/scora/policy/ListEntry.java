package org.scora.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of an allowlist or a blocklist.
 *
 * @param kind whether such senders are let through or held
 * @param domain the protected domain that it holds for, in lower case
 * @param pattern an address, a domain (its subdomains count), an IP address or a CIDR network; lower case
 * @param evenUnauthenticated whether an allow entry holds for senders who prove nothing, so that anyone may forge it
 * @param expires when it ends by itself
 * @param note why it is there; may be empty
 * @param mailbox the local part of the mailbox whose owner's list it stands in, in lower case; empty for the domain's list
 */
public record ListEntry(
        Kind kind,
        String domain,
        String pattern,
        boolean evenUnauthenticated,
        Optional<Instant> expires,
        String note,
        Optional<String> mailbox) {

    /** Allowlist or blocklist. */
    public enum Kind {
        ALLOW,
        BLOCK
    }

    /** An entry of a domain's list. */
    public ListEntry(
            Kind kind,
            String domain,
            String pattern,
            boolean evenUnauthenticated,
            Optional<Instant> expires,
            String note) {
        this(kind, domain, pattern, evenUnauthenticated, expires, note, Optional.empty());
    }

    /** An entry of a user's list; it never holds for senders who prove nothing. */
    public static ListEntry ofUser(
            Kind kind, String domain, String mailbox, String pattern, Optional<Instant> expires, String note) {
        return new ListEntry(kind, domain, pattern, false, expires, note, Optional.of(mailbox));
    }

    /** Whose list it stands in, for people: a domain, or the address of a mailbox. */
    public String listOf() {
        return mailbox.map(name -> name + "@" + domain).orElse(domain);
    }

    /**
     * Brings a pattern that a person wrote into the form of {@link #pattern()}.
     *
     * @throws IllegalArgumentException with a text that helps, for what is no pattern and for what would match too much
     */
    public static String parsePattern(String written) {
        return SenderPatterns.parse(written);
    }
}
