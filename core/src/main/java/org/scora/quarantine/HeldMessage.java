package org.scora.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scora.score.Category;

/**
 * A message in quarantine, without its content.
 *
 * @param key unique in the quarantine; the server's name of the mail
 * @param receipt the receipt id, the same for all parts of a message that was split by recipient
 * @param sender the reverse-path; empty for the null sender
 * @param recipients for whom it came into quarantine, in the envelope's order
 * @param subject decoded, without control characters, bounded; may be empty
 * @param score log10 odds
 * @param reason why it was held, one sentence
 * @param size of the content in bytes
 * @param envelope the server's own form of the mail's envelope and attributes, opaque here
 * @param releasedAt when it was last released; empty as long as it is held for anybody
 * @param copies how it stands for each recipient, in their order
 * @param legalHold whether it may neither be deleted nor expire
 * @param contentHash SHA-256 of the content, in hexadecimal; empty where an older version wrote it
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
        Optional<Instant> releasedAt,
        HeldFacts facts,
        List<HeldCopy> copies,
        boolean legalHold,
        Optional<String> contentHash) {

    /** Facts and copies are null in the files of an older version. */
    @SuppressWarnings("NullableOptional") // no Optional is null
    public HeldMessage {
        recipients = List.copyOf(recipients);
        facts = orElse(facts, HeldFacts.NONE);
        copies = List.copyOf(orElse(copies, List.of()));
    }

    private static <T> T orElse(@Nullable T value, T other) {
        return value == null ? other : value;
    }

    /** A message that comes into quarantine and of which no more is known. */
    public HeldMessage(
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
        this(
                key,
                receipt,
                sender,
                recipients,
                subject,
                score,
                category,
                reason,
                heldAt,
                size,
                envelope,
                releasedAt,
                HeldFacts.NONE,
                recipients.stream().map(HeldCopy::held).toList(),
                false,
                Optional.empty());
    }

    /** The same message with what else is known of it. */
    public HeldMessage withFacts(HeldFacts known) {
        return with(recipients, releasedAt, known, copies, contentHash);
    }

    /** The same message with its content's SHA-256. */
    public HeldMessage withContentHash(String hash) {
        return with(recipients, releasedAt, facts, copies, Optional.of(hash));
    }

    /** The same message as it stands for these recipients. */
    public HeldMessage standing(List<HeldCopy> now) {
        boolean held = now.stream().anyMatch(copy -> copy.state() == HeldState.HELD);
        Optional<Instant> released = now.stream()
                .filter(copy -> copy.state() == HeldState.RELEASED)
                .flatMap(copy -> copy.changedAt().stream())
                .max(Instant::compareTo)
                .filter(time -> !held);
        return with(now.stream().map(HeldCopy::recipient).toList(), released, facts, now, contentHash);
    }

    /** The recipients for whom it is in one of these states. */
    public List<String> recipientsIn(HeldState... states) {
        return copies.stream()
                .filter(copy -> List.of(states).contains(copy.state()))
                .map(HeldCopy::recipient)
                .toList();
    }

    private HeldMessage with(
            List<String> newRecipients,
            Optional<Instant> newReleasedAt,
            HeldFacts newFacts,
            List<HeldCopy> newCopies,
            Optional<String> newContentHash) {
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
                newReleasedAt,
                newFacts,
                newCopies,
                legalHold,
                newContentHash);
    }
}
