package org.scora.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.score.Category;

/**
 * A message in quarantine, without its content.
 *
 * @param key unique in the quarantine; the server's name of the mail
 * @param receipt the receipt id, the same for all parts of a message that was split by recipient
 * @param sender the reverse-path; empty for the null sender
 * @param recipients for whom it is held, in the envelope's order
 * @param subject decoded, without control characters, bounded; may be empty
 * @param score log10 odds
 * @param reason why it was held, one sentence
 * @param size of the content in bytes
 * @param envelope the server's own form of the mail's envelope and attributes, opaque here
 * @param releasedAt when it was last released
 */
public record HeldMessage(
        String key,
        String receipt,
        Optional<String> sender,
        List<String> recipients,
        String subject,
        double score,
        Category category,
        String reason,
        Instant heldAt,
        long size,
        String envelope,
        Optional<Instant> releasedAt) {

    public HeldMessage {
        recipients = List.copyOf(recipients);
    }

    /** The same message, released. */
    public HeldMessage released(Instant when) {
        return with(recipients, Optional.of(when));
    }

    /** The same message, held for these recipients. */
    public HeldMessage heldFor(List<String> others) {
        return with(others, releasedAt);
    }

    private HeldMessage with(List<String> newRecipients, Optional<Instant> newReleasedAt) {
        return new HeldMessage(
                key,
                receipt,
                sender,
                newRecipients,
                subject,
                score,
                category,
                reason,
                heldAt,
                size,
                envelope,
                newReleasedAt);
    }
}
