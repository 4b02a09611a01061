package org.scora.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.policy.Disposition;
import org.scora.score.Category;
import org.scora.score.Verdict;

/**
 * What happened to one message for one recipient. Receipt and recipient together are unique.
 *
 * @param receivedAt when the gateway took the message
 * @param clientAddress who sent it, as text
 * @param sender the reverse-path; empty for the null sender
 * @param recipient in lower case; empty for what was refused before there was one
 * @param subject decoded, without control characters, bounded; may be empty
 * @param size in bytes
 * @param findings names only, those that weigh most first
 * @param score log10 odds; 0 with no findings when it was not scored
 * @param disposition what was decided; NORMAL for what was refused before anything was
 * @param reason why this disposition, or why it was refused, one sentence
 * @param outcome where it is
 * @param detail where it went and what was answered, such as "mx.example.com: 250 2.0.0 Ok"; may be empty
 * @param facts by which it can be decided again; empty for what was not scored, and in lines of older versions
 * @param passage what else is known of its way
 */
public record JournalLine(
        String receipt,
        Instant receivedAt,
        Optional<String> clientAddress,
        Optional<String> sender,
        String recipient,
        String subject,
        long size,
        List<String> findings,
        double score,
        Category category,
        Disposition disposition,
        String reason,
        Outcome outcome,
        String detail,
        Optional<ScoredFacts> facts,
        Passage passage) {

    public JournalLine {
        findings = List.copyOf(findings);
    }

    /** The probability, from 0 to 1, that the message is unwanted; empty when it was not scored. */
    public Optional<Double> certainty() {
        return facts.isEmpty() && findings.isEmpty() ? Optional.empty() : Optional.of(Verdict.certaintyOf(score));
    }
}
