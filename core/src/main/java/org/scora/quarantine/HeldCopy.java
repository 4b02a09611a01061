package org.scora.quarantine;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A held message as it stands for one recipient.
 *
 * @param recipient as in the envelope
 * @param owner the address of the mailbox to which the recipient leads, in lower case; the recipient itself where that is
 *     none or several
 * @param changedAt when it came into its state; empty while it was only held
 * @param changedBy who brought it there; may be empty
 */
public record HeldCopy(String recipient, String owner, HeldState state, Optional<Instant> changedAt, String changedBy) {

    /** One that is held. */
    static HeldCopy held(String recipient) {
        return new HeldCopy(recipient, recipient.toLowerCase(Locale.ROOT), HeldState.HELD, Optional.empty(), "");
    }
}
