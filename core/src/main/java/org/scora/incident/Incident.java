package org.scora.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was out of its usual band.
 *
 * @param beganAt since when, as far as it can be told
 * @param advisory whether the finding became advisory; that lasts until it is closed
 * @param told whether those concerned were written to
 * @param closedBy the account
 * @param trustedUntil until when the finding is not suspected again
 * @param undo how far the undoing is; empty when it was not ordered
 */
public record Incident(
        long id,
        Subject subject,
        Instant beganAt,
        Instant openedAt,
        boolean advisory,
        IncidentFacts facts,
        boolean told,
        Optional<Instant> closedAt,
        Optional<String> closedBy,
        Optional<Instant> trustedUntil,
        Optional<Undo> undo) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }
}
