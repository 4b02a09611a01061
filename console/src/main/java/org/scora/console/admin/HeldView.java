package org.scora.console.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;

/**
 * A held message as the admin API shows it: what the index knows, without content and without the server's own data.
 *
 * @param from the addresses in From, as written
 * @param copies how it stands for each recipient
 */
public record HeldView(
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
        Optional<Instant> releasedAt,
        Optional<String> messageId,
        List<String> from,
        List<String> findings,
        List<HeldCopy> copies,
        boolean legalHold) {
    static HeldView of(HeldMessage message) {
        return new HeldView(
                message.key(),
                message.receipt(),
                message.sender(),
                message.recipients(),
                message.subject(),
                message.score(),
                message.category(),
                message.reason(),
                message.heldAt(),
                message.size(),
                message.releasedAt(),
                message.facts().messageId(),
                message.facts().from(),
                message.facts().findings(),
                message.copies(),
                message.legalHold());
    }
}
