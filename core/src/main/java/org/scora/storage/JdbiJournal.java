package org.scora.storage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.SqlStatement;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.RefusalCount;
import org.scora.message.Addresses;
import org.scora.policy.Disposition;

final class JdbiJournal implements Journal {
    private static final int LONGEST_RECEIPT = 40;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_CLIENT = 64;
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_SENTENCE = 1000;
    /** Log10 odds: ten times likelier to be wanted than not. */
    private static final double WANTED = -1;

    private static final String REPLACE = """
            UPDATE journal_line SET recipient_domain = :domain, received_at = :receivedAt, client_address = :client,
                sender = :sender, subject = :subject, size_in_bytes = :size, findings = :findings, score = :score,
                category = :category, disposition = :disposition, reason = :reason, outcome = :outcome, detail = :detail,
                facts = :facts
            WHERE receipt = :receipt AND recipient = :recipient AND outcome IN (<replaceable>)""";
    private static final String INSERT = """
            INSERT INTO journal_line (receipt, recipient, recipient_domain, received_at, client_address, sender,
                subject, size_in_bytes, findings, score, category, disposition, reason, outcome, detail,
                facts)
            VALUES (:receipt, :recipient, :domain, :receivedAt, :client, :sender,
                :subject, :size, :findings, :score, :category, :disposition, :reason, :outcome, :detail,
                :facts)""";
    private static final String UPDATE = """
            UPDATE journal_line SET outcome = :outcome, detail = :detail
            WHERE receipt = :receipt AND recipient = :recipient AND outcome IN (<replaceable>)""";

    private final Sql sql;

    JdbiJournal(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void record(List<JournalLine> lines) {
        sql.write(handle -> {
            lines.forEach(line -> record(handle, line));
            return lines.size();
        });
    }

    private static void record(Handle handle, JournalLine line) {
        int replaced = bind(handle.createUpdate(REPLACE), line)
                .bindList("replaceable", names(line.outcome().replaceable()))
                .execute();
        if (replaced == 0 && !known(handle, line)) {
            bind(handle.createUpdate(INSERT), line).execute();
        }
    }

    private static boolean known(Handle handle, JournalLine line) {
        return handle.select(
                        "SELECT 1 FROM journal_line WHERE receipt = ? AND recipient = ?",
                        receipt(line.receipt()),
                        recipient(line.recipient()))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, JournalLine line) {
        return statement
                .bind("receipt", receipt(line.receipt()))
                .bind("recipient", recipient(line.recipient()))
                .bind("domain", domainOf(line.recipient()))
                .bind("receivedAt", line.receivedAt())
                .bind("client", line.clientAddress().map(text -> Texts.bounded(text, LONGEST_CLIENT)))
                .bind("sender", line.sender().map(text -> Texts.bounded(text, LONGEST_ADDRESS)))
                .bind("subject", Texts.bounded(line.subject(), LONGEST_SUBJECT))
                .bind("size", line.size())
                .bind("findings", JournalRows.join(line.findings()))
                .bind("score", line.score())
                .bind("category", line.category().name())
                .bind("disposition", line.disposition().name())
                .bind("reason", Texts.bounded(line.reason(), LONGEST_SENTENCE))
                .bind("outcome", line.outcome().name())
                .bind("detail", Texts.bounded(line.detail(), LONGEST_SENTENCE))
                .bind("facts", line.facts().map(JournalRows::text));
    }

    private static String receipt(String receipt) {
        return Texts.bounded(receipt, LONGEST_RECEIPT);
    }

    private static String recipient(String recipient) {
        return Texts.lowerCase(recipient, LONGEST_ADDRESS);
    }

    private static String domainOf(String recipient) {
        return Texts.bounded(Addresses.domainOf(recipient).orElse(""), LONGEST_ADDRESS);
    }

    private static List<String> names(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::name).toList();
    }

    @Override
    public void update(String receipt, String recipient, Outcome outcome, String detail) {
        sql.write(handle -> handle.createUpdate(UPDATE)
                .bind("receipt", receipt(receipt))
                .bind("recipient", recipient(recipient))
                .bind("outcome", outcome.name())
                .bind("detail", Texts.bounded(detail, LONGEST_SENTENCE))
                .bindList("replaceable", names(outcome.replaceable()))
                .execute());
    }

    @Override
    public List<JournalLine> byReceipt(String receipt) {
        return sql.read(handle -> handle.select(
                        "SELECT * FROM journal_line WHERE receipt = ? ORDER BY recipient", receipt(receipt))
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
        return counts("= :domain", Map.of("domain", lowerCase(recipientDomain)), from, until);
    }

    @Override
    public List<OutcomeCount> counts(Instant from, Instant until) {
        return counts("IN (SELECT name FROM protected_domain)", Map.of(), from, until);
    }

    private List<OutcomeCount> counts(String domains, Map<String, String> names, Instant from, Instant until) {
        return sql.read(handle -> handle.createQuery("SELECT disposition, outcome, COUNT(*) AS lines FROM journal_line"
                        + " WHERE recipient_domain " + domains + " AND received_at >= :from AND received_at < :until"
                        + " AND outcome <> 'REFUSED' GROUP BY disposition, outcome ORDER BY disposition, outcome")
                .bindMap(names)
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
