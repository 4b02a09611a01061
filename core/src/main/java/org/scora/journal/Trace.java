package org.scora.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of messages that somebody looks for.
 *
 * @param copies the newest first
 * @param more whether there may be more of them
 * @param refused what else was refused in that time to the domain that was asked about: of it not each message is known
 */
public record Trace(Instant from, Instant until, List<Copy> copies, boolean more, List<Refused> refused) {

    /**
     * One message on its way to one recipient.
     *
     * @param way in sentences, in the order in which it went
     */
    public record Copy(JournalLine line, List<String> way) {}

    /** How often mail was refused for a reason. */
    public record Refused(Optional<String> domain, String reason, String words, long count) {}
}
