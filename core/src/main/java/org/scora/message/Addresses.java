package org.scora.message;

import java.util.Locale;
import java.util.Optional;

/** Parts of a mail address, {@code local-part@domain} (RFC 5321 section 4.1.2), without judging its syntax. */
public final class Addresses {
    private Addresses() {}

    /** The part behind the last @ in lower case, without a trailing dot; empty when there is none. */
    public static Optional<String> domainOf(String address) {
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        String trimmed = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        return at < 0 || trimmed.isEmpty() ? Optional.empty() : Optional.of(trimmed);
    }

    /** The part before the last @ as it was written; the whole text when there is no @. */
    public static String localPartOf(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }
}
