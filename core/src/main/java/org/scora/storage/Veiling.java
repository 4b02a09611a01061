package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.journal.JournalLine;

/** Puts pseudonyms into lines, in batches; the hour is summed up again after it. */
record Veiling(Sql sql, Roller roller, Pseudonyms pseudonyms, Clock clock) {
    private static final int BATCH = 500;
    private static final String UPDATE = """
            UPDATE journal_line SET recipient = :veiledRecipient, sender = :sender, sender_key = :sender,
                author = :author, client_address = :client, helo = NULL, message_id = NULL, subject = :subject,
                reason = :reason, detail = :detail, facts = :facts, veiled = TRUE
            WHERE receipt = :receipt AND recipient = :recipient""";

    long before(Instant before) {
        long veiled = 0;
        for (Instant hour : hours(Spans.hour(before))) {
            long ofHour = 0;
            for (int batch = batch(hour); batch > 0; batch = batch(hour)) {
                ofHour += batch;
            }
            if (ofHour > 0) {
                roller.hour(hour);
            }
            done(hour);
            veiled += ofHour;
        }
        return veiled;
    }

    private List<Instant> hours(Instant end) {
        return sql.read(handle -> handle.createQuery("SELECT begins FROM journal_span WHERE unit = 'H' AND gone = FALSE"
                        + " AND veiled = FALSE AND begins < :end ORDER BY begins")
                .bind("end", end)
                .map((row, context) -> Instants.read(row, "begins"))
                .list());
    }

    private int batch(Instant hour) {
        return sql.write(handle -> {
            List<JournalLine> lines = unveiled(handle, hour);
            if (!lines.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch(UPDATE);
                lines.forEach(line -> add(batch, line));
                batch.execute();
                new Spans(handle, clock).changed(hour);
            }
            return lines.size();
        });
    }

    private static List<JournalLine> unveiled(Handle handle, Instant hour) {
        return handle.createQuery("SELECT * FROM journal_line WHERE received_at >= :hour AND received_at < :end"
                        + " AND veiled = FALSE LIMIT :batch")
                .bind("hour", hour)
                .bind("end", hour.plus(Spans.HOUR))
                .bind("batch", BATCH)
                .map((row, context) -> JournalRows.read(row))
                .list();
    }

    private void add(PreparedBatch batch, JournalLine line) {
        batch.bind("receipt", line.receipt())
                .bind("recipient", line.recipient())
                .bind("veiledRecipient", pseudonyms.ofAddress(line.recipient()))
                .bind("sender", line.sender().map(pseudonyms::ofAddress))
                .bind(
                        "author",
                        line.facts()
                                .flatMap(facts ->
                                        facts.from().stream().findFirst().map(pseudonyms::ofAddress)))
                .bind("client", line.clientAddress().map(pseudonyms::of))
                .bind("subject", line.subject().isEmpty() ? "" : pseudonyms.of(line.subject()))
                .bind("reason", pseudonyms.ofSentence(line.reason()))
                .bind("detail", pseudonyms.ofSentence(line.detail()))
                .bind("facts", line.facts().map(facts -> JournalRows.text(pseudonyms.of(facts))))
                .add();
    }

    private void done(Instant hour) {
        sql.write(handle -> handle.createUpdate("UPDATE journal_span SET veiled = TRUE"
                        + " WHERE unit = 'H' AND begins = :hour AND stale = FALSE")
                .bind("hour", hour)
                .execute());
    }
}
