package org.scora.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.scora.people.Actor;

/**
 * A change of where a message stands.
 *
 * @param recipients for whom; as in the envelope, without regard to case
 * @param from the states out of which it is changed; in others it stays
 * @param to the new state
 * @param at the time
 * @param by who does it, for the audit log
 * @param what is done, for the audit log, such as {@code release}
 * @param reason why, for the audit log; may be empty
 */
public record CopyChange(
        String key,
        List<String> recipients,
        Set<HeldState> from,
        HeldState to,
        Instant at,
        Actor by,
        String what,
        String reason) {
    public CopyChange {
        recipients = List.copyOf(recipients);
        from = Set.copyOf(from);
    }
}
