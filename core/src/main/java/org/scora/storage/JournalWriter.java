package org.scora.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.ScoredFacts;
import org.scora.message.Addresses;

/**
 * Writes lines of the journal. The sums of the hours know of nothing here, as long as an hour is open; a change in one that
 * may be summed up already is noted in the same transaction, see {@link Spans}.
 */
record JournalWriter(Sql sql, Clock clock) {
    private static final int LONGEST_RECEIPT = 40;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_CLIENT = 64;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TLS = 60;
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_SENTENCE = 1000;

    private static final String KNOWN = """
            SELECT received_at, outcome FROM journal_line WHERE receipt = :receipt AND recipient = :recipient
            FOR UPDATE""";
    private static final String REPLACE = """
            UPDATE journal_line SET recipient_domain = :domain, received_at = :receivedAt, client_address = :client,
                sender = :sender, subject = :subject, size_in_bytes = :size, findings = :findings, score = :score,
                category = :category, disposition = :disposition, reason = :reason, outcome = :outcome, detail = :detail,
                facts = :facts, message_id = :messageId, helo = :helo, tls = :tls, scored_in_ms = :scoredIn,
                proven = :proven, sender_key = :senderKey, author = :author, veiled = FALSE
            WHERE receipt = :receipt AND recipient = :recipient""";
    private static final String INSERT = """
            INSERT INTO journal_line (receipt, recipient, recipient_domain, received_at, client_address, sender,
                subject, size_in_bytes, findings, score, category, disposition, reason, outcome, detail,
                facts, message_id, helo, tls, scored_in_ms, delivered_at, proven, sender_key, author)
            VALUES (:receipt, :recipient, :domain, :receivedAt, :client, :sender,
                :subject, :size, :findings, :score, :category, :disposition, :reason, :outcome, :detail,
                :facts, :messageId, :helo, :tls, :scoredIn, :deliveredAt, :proven, :senderKey, :author)""";
    private static final String UPDATE = """
            UPDATE journal_line SET outcome = :outcome, detail = :detail,
                delivered_at = COALESCE(delivered_at, :deliveredAt)
            WHERE receipt = :receipt AND recipient = :recipient AND outcome IN (<replaceable>)""";
    // Written so that no index fits: PostgreSQL would read all lines of these hours by one, for the sake of a single
    // line.
    private static final String OF_OPEN_HOURS = " AND CASE WHEN received_at >= :open THEN 1 ELSE 0 END = 1";

    void record(List<JournalLine> lines) {
        sql.write(handle -> {
            lines.forEach(line -> record(handle, line));
            return lines.size();
        });
    }

    private record Known(Instant receivedAt, Outcome outcome) {}

    private void record(Handle handle, JournalLine line) {
        Optional<Known> known = known(handle, line.receipt(), line.recipient());
        if (known.filter(former -> !line.outcome().replaces(former.outcome())).isPresent()) {
            return;
        }
        bind(handle.createUpdate(known.isPresent() ? REPLACE : INSERT), line).execute();
        Spans spans = new Spans(handle, clock);
        spans.changed(line.receivedAt());
        known.ifPresent(former -> spans.changed(former.receivedAt()));
    }

    private static Optional<Known> known(Handle handle, String receipt, String recipient) {
        return handle.createQuery(KNOWN)
                .bind("receipt", receipt(receipt))
                .bind("recipient", recipient(recipient))
                .map((row, context) ->
                        new Known(Instants.read(row, "received_at"), Outcome.valueOf(row.getString("outcome"))))
                .findOne();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, JournalLine line) {
        return way(statement, line)
                .bind("receipt", receipt(line.receipt()))
                .bind("recipient", recipient(line.recipient()))
                .bind("domain", domainOf(line.recipient()))
                .bind("receivedAt", line.receivedAt())
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

    private static <S extends SqlStatement<S>> S way(S statement, JournalLine line) {
        Passage passage = line.passage();
        return statement
                .bind("client", bounded(line.clientAddress(), LONGEST_CLIENT))
                .bind("sender", bounded(line.sender(), LONGEST_ADDRESS))
                .bind("senderKey", line.sender().map(text -> Texts.lowerCase(text, LONGEST_ADDRESS)))
                .bind("author", line.facts().flatMap(JournalWriter::author))
                .bind(
                        "proven",
                        line.facts()
                                .filter(facts -> facts.authentication().aligned())
                                .isPresent())
                .bind("messageId", bounded(passage.messageId(), LONGEST_ADDRESS))
                .bind("helo", bounded(passage.helo(), LONGEST_NAME))
                .bind("tls", bounded(passage.tls(), LONGEST_TLS))
                .bind("scoredIn", passage.scoredIn().map(Duration::toMillis))
                .bind("deliveredAt", passage.deliveredAt());
    }

    private static Optional<String> author(ScoredFacts facts) {
        return facts.from().stream().findFirst().map(address -> Texts.lowerCase(address, LONGEST_ADDRESS));
    }

    private static Optional<String> bounded(Optional<String> text, int most) {
        return text.map(known -> Texts.bounded(known, most));
    }

    static String receipt(String receipt) {
        return Texts.bounded(receipt, LONGEST_RECEIPT);
    }

    static String recipient(String recipient) {
        return Texts.bounded(recipient.toLowerCase(Locale.ROOT), LONGEST_ADDRESS);
    }

    private static String domainOf(String recipient) {
        return Texts.bounded(Addresses.domainOf(recipient).orElse(""), LONGEST_ADDRESS);
    }

    void update(String receipt, String recipient, Outcome outcome, String detail) {
        sql.write(handle -> {
            int updated = update(handle, UPDATE + OF_OPEN_HOURS, receipt, recipient, outcome, detail);
            return updated > 0 ? updated : updateOld(handle, receipt, recipient, outcome, detail);
        });
    }

    private int updateOld(Handle handle, String receipt, String recipient, Outcome outcome, String detail) {
        Optional<Known> known = known(handle, receipt, recipient);
        int updated = known.isEmpty() ? 0 : update(handle, UPDATE, receipt, recipient, outcome, detail);
        if (updated > 0) {
            new Spans(handle, clock).changed(known.orElseThrow().receivedAt());
        }
        return updated;
    }

    private int update(
            Handle handle, String statement, String receipt, String recipient, Outcome outcome, String detail) {
        Instant now = clock.instant();
        return handle.createUpdate(statement)
                .bind("receipt", receipt(receipt))
                .bind("recipient", recipient(recipient))
                .bind("outcome", outcome.name())
                .bind("detail", Texts.bounded(detail, LONGEST_SENTENCE))
                .bind("deliveredAt", outcome == Outcome.DELIVERED ? Optional.of(now) : Optional.empty())
                .bind("open", Spans.openSince(now))
                .bindList(
                        "replaceable",
                        outcome.replaceable().stream().map(Outcome::name).toList())
                .execute();
    }
}
