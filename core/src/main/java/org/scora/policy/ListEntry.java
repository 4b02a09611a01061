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
 */
public record ListEntry(
        Kind kind, String domain, String pattern, boolean evenUnauthenticated, Optional<Instant> expires, String note) {

    /** Allowlist or blocklist. */
    public enum Kind {
        ALLOW,
        BLOCK
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
