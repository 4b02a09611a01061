package org.scora.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an undoing is.
 *
 * @param orderedBy the account
 * @param lastHeldAt of the message that was looked at last: the newest come first
 * @param lastKey its key
 * @param released messages
 * @param kept messages that are not released: they would still be held, or can not be judged
 * @param endedAt when all were looked at
 */
public record Undo(
        Instant orderedAt,
        String orderedBy,
        Optional<Instant> lastHeldAt,
        Optional<String> lastKey,
        long released,
        long kept,
        Optional<Instant> endedAt) {

    static Undo ordered(Instant at, String by) {
        return new Undo(at, by, Optional.empty(), Optional.empty(), 0, 0, Optional.empty());
    }
}
