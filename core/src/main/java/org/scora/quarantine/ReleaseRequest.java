package org.scora.quarantine;

import java.time.Instant;
import java.util.Optional;

/**
 * A user's request that a held message be released.
 *
 * @param messageKey of the held message
 * @param recipient whose copy it is about
 * @param requestedBy the mailbox's address, or the account that asked in its name
 * @param note what the user says to it; may be empty
 * @param decidedBy who decided; empty while it is open
 * @param answer what was said to the user; may be empty
 * @param told whether those concerned were written to about the state that it is in
 */
public record ReleaseRequest(
        long id,
        String messageKey,
        String receipt,
        String recipient,
        Instant requestedAt,
        String requestedBy,
        String note,
        State state,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        String answer,
        boolean told) {

    /** What became of it. */
    public enum State {
        OPEN,
        APPROVED,
        DECLINED
    }
}
