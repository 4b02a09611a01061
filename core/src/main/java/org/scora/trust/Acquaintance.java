package org.scora.trust;

import java.time.Duration;
import java.time.Instant;

/**
 * What a domain has had to do with somebody.
 *
 * @param firstSeen when it was first noted
 * @param lastSeen when it was last noted
 * @param writtenTo how often people of the domain wrote to them
 * @param wanted how often wanted mail of theirs was delivered
 */
public record Acquaintance(Instant firstSeen, Instant lastSeen, long writtenTo, long wanted) {
    private static final long ENOUGH = 3;
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);

    /**
     * Whether that is enough to trust them a bit more: somebody here wrote to them, or several of their messages were
     * wanted, on more than one day. One harmless message buys nothing.
     */
    public boolean isKnown() {
        return writtenTo > 0
                || wanted >= ENOUGH && Duration.between(firstSeen, lastSeen).compareTo(LONG_ENOUGH) >= 0;
    }
}
