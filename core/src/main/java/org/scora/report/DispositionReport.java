package org.scora.report;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.scora.domain.DomainState;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.RefusalCount;
import org.scora.policy.Disposition;

/**
 * What became of a domain's mail: the numbers of a report, without any formatting. A message to several recipients
 * counts once for each of them, as in the journal.
 *
 * @param domain name of the protected domain
 * @param state whether the domain's mail is taken at all
 * @param madeAt when the numbers were read
 * @param counts the journal's, one for each disposition and outcome that there was
 * @param overdue messages that have waited for the domain's own server for more than an hour
 * @param kept held and deleted messages, the newest first; limited, so {@link #omitted()} may be more than 0
 * @param troubled messages that were returned to their senders or could not be worked on, the newest first; limited
 * @param refused how often mail was refused before it was taken, the most frequent reason first
 */
public record DispositionReport(
        String domain,
        DomainState state,
        ReportPeriod period,
        Instant madeAt,
        List<OutcomeCount> counts,
        long overdue,
        List<JournalLine> kept,
        List<JournalLine> troubled,
        List<RefusalCount> refused) {

    public DispositionReport {
        counts = List.copyOf(counts);
        kept = List.copyOf(kept);
        troubled = List.copyOf(troubled);
        refused = List.copyOf(refused);
    }

    public long messages() {
        return sum(count -> true);
    }

    public long messages(Disposition disposition) {
        return sum(count -> count.disposition() == disposition);
    }

    public long messages(Outcome outcome) {
        return sum(count -> count.outcome() == outcome);
    }

    public long messages(Disposition disposition, Outcome outcome) {
        return sum(count -> count.disposition() == disposition && count.outcome() == outcome);
    }

    /** All that were flagged, held or deleted, those that were released later among them. */
    public long unwanted() {
        return messages() - messages(Disposition.NORMAL);
    }

    /** Messages that somebody released from quarantine, wherever they are by now. */
    public long released() {
        return messages(Outcome.RELEASED)
                + messages(Disposition.QUARANTINE, Outcome.DELIVERED)
                + messages(Disposition.QUARANTINE, Outcome.RETURNED);
    }

    /** How many held and deleted messages there are beyond those in {@link #kept()}. */
    public long omitted() {
        return Math.max(0, messages(Outcome.HELD) + messages(Outcome.DELETED) - kept.size());
    }

    private long sum(Predicate<OutcomeCount> wanted) {
        return counts.stream().filter(wanted).mapToLong(OutcomeCount::count).sum();
    }
}
