package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.RefusalCount;
import org.scora.policy.Disposition;

final class JdbiJournal implements Journal {
    /** Log10 odds: ten times likelier to be wanted than not. */
    private static final double WANTED = -1;

    private final Sql sql;

    private final JournalWriter writer;

    JdbiJournal(Sql sql, Clock clock) {
        this.sql = sql;
        this.writer = new JournalWriter(sql, clock);
    }

    @Override
    public void record(List<JournalLine> lines) {
        writer.record(lines);
    }

    @Override
    public void update(String receipt, String recipient, Outcome outcome, String detail) {
        writer.update(receipt, recipient, outcome, detail);
    }

    private static List<String> names(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::name).toList();
    }

    @Override
    public List<JournalLine> byReceipt(String receipt) {
        return sql.read(handle -> handle.select(
                        "SELECT * FROM journal_line WHERE receipt = ? ORDER BY recipient",
                        JournalWriter.receipt(receipt))
                .map((row, context) -> JournalRows.read(row))
                .list());
    }

    @Override
    public List<JournalLine> between(Optional<String> recipientDomain, Instant from, Instant until, int limit) {
        String ofDomain = recipientDomain.isPresent() ? " AND recipient_domain = :domain" : "";
        return sql.read(handle -> handle.createQuery("SELECT * FROM journal_line"
                        + " WHERE received_at >= :from AND received_at < :until" + ofDomain
                        + " ORDER BY received_at DESC, receipt, recipient LIMIT :limit")
                .bind("from", from)
                .bind("until", until)
                .bind("limit", limit)
                .bind("domain", lowerCase(recipientDomain.orElse("")))
                .map((row, context) -> JournalRows.read(row))
                .list());
    }

    @Override
    public List<JournalLine> between(
            String recipientDomain, Instant from, Instant until, Set<Outcome> outcomes, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM journal_line"
                        + " WHERE recipient_domain = :domain AND received_at >= :from AND received_at < :until"
                        + " AND outcome IN (<outcomes>) ORDER BY received_at DESC, receipt, recipient LIMIT :limit")
                .bind("domain", lowerCase(recipientDomain))
                .bind("from", from)
                .bind("until", until)
                .bindList(EmptyHandling.NULL_KEYWORD, "outcomes", names(List.copyOf(outcomes)))
                .bind("limit", limit)
                .map((row, context) -> JournalRows.read(row))
                .list());
    }

    @Override
    public void replay(Optional<String> recipientDomain, Instant from, Instant until, Consumer<JournalLine> reader) {
        new JournalReplay(sql, recipientDomain.map(JdbiJournal::lowerCase), until).from(from, reader);
    }

    @Override
    public Optional<Instant> oldest(Instant since) {
        return sql.read(handle -> handle.createQuery(
                        "SELECT received_at FROM journal_line WHERE received_at >= :since ORDER BY received_at LIMIT 1")
                .bind("since", since)
                .map((row, context) -> Instants.read(row, "received_at"))
                .findOne());
    }

    @Override
    public List<OutcomeCount> counts(String recipientDomain, Instant from, Instant until) {
        return sql.read(handle -> handle.createQuery("SELECT disposition, outcome, COUNT(*) AS lines FROM journal_line"
                        + " WHERE recipient_domain = :domain AND received_at >= :from AND received_at < :until"
                        + " AND outcome <> 'REFUSED' GROUP BY disposition, outcome ORDER BY disposition, outcome")
                .bind("domain", lowerCase(recipientDomain))
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> new OutcomeCount(
                        Disposition.valueOf(row.getString("disposition")),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("lines")))
                .list());
    }

    @Override
    public void addRefused(List<RefusalCount> counts) {
        sql.write(handle -> {
            counts.forEach(count -> RefusalCounts.add(handle, count));
            return counts.size();
        });
    }

    @Override
    public List<RefusalCount> refused(String recipientDomain, Instant from, Instant until) {
        return sql.read(handle -> RefusalCounts.of(handle, recipientDomain, from, until));
    }

    @Override
    public List<String> clientsOfWantedMail(Instant since, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT client_address FROM journal_line"
                        + " WHERE received_at >= :since AND client_address IS NOT NULL AND outcome = 'DELIVERED'"
                        + " AND disposition = 'NORMAL' AND score <= :score"
                        + " GROUP BY client_address ORDER BY MAX(received_at) DESC LIMIT :limit")
                .bind("since", since)
                .bind("score", WANTED)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    private static String lowerCase(String domain) {
        return Texts.exact(domain.toLowerCase(Locale.ROOT));
    }
}
