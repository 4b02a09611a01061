package org.scora.check.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a domain's owner wants done with mail that does not prove to be its own (RFC 7489 section 6.3).
 *
 * @param policy for the domain itself
 * @param subdomains for its subdomains
 * @param strictDkim whether a signature has to be of the very same domain
 * @param strictSpf whether the envelope's sender has to be of the very same domain
 */
record DmarcRecord(Policy policy, Policy subdomains, boolean strictDkim, boolean strictSpf) {

    /** From the mildest to the strictest. */
    enum Policy {
        NONE,
        QUARANTINE,
        REJECT;

        // Section 6.6.4: mail that the percentage spares gets the next milder policy, and we toss no coins.
        private Policy forPercentage(int percent) {
            return percent >= 100 || this == NONE ? this : values()[ordinal() - 1];
        }
    }

    /** Empty for what is no DMARC record, or one that has to be ignored (section 6.6.3). */
    static Optional<DmarcRecord> parse(String text) {
        Map<String, String> tags = tags(text);
        if (!isDmarc(text)) {
            return Optional.empty();
        }
        Optional<Policy> policy = policy(tags.get("p"));
        if (policy.isEmpty() && !tags.containsKey("rua")) {
            return Optional.empty();
        }
        int percent = percent(tags.getOrDefault("pct", "100"));
        Policy own = policy.orElse(Policy.NONE);
        Policy sub = policy(tags.get("sp")).orElse(own);
        return Optional.of(new DmarcRecord(
                own.forPercentage(percent),
                sub.forPercentage(percent),
                "s".equals(tags.get("adkim")),
                "s".equals(tags.get("aspf"))));
    }

    /** The version has to stand first, and is the one thing that is read with care (section 6.4). */
    static boolean isDmarc(String text) {
        return text.replaceAll("\\s", "").matches("v=DMARC1(;.*)?");
    }

    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        for (String tag : text.split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.putIfAbsent(lower(tag.substring(0, equals)), lower(tag.substring(equals + 1)));
            }
        }
        return tags;
    }

    private static Optional<Policy> policy(@Nullable String word) {
        return word == null
                ? Optional.empty()
                : switch (word) {
                    case "none" -> Optional.of(Policy.NONE);
                    case "quarantine" -> Optional.of(Policy.QUARANTINE);
                    case "reject" -> Optional.of(Policy.REJECT);
                    default -> Optional.empty();
                };
    }

    private static int percent(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 100;
        }
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
