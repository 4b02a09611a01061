package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Deletes lines and sums, hour by hour and never many in one transaction, so that nobody waits for it. */
record Clearing(Sql sql, Roller roller, Clock clock) {
    private static final int BATCH = 1000;

    private record Line(String receipt, String recipient) {}

    long lines(Instant before) {
        Instant end = Spans.hour(before);
        long deleted = 0;
        for (Optional<Instant> hour = oldest(end); hour.isPresent(); hour = oldest(end)) {
            Instant begin = hour.get();
            while (!seal(begin)) {
                roller.hour(begin);
            }
            for (int batch = deleteBatch(begin); batch > 0; batch = deleteBatch(begin)) {
                deleted += batch;
            }
        }
        return deleted;
    }

    private Optional<Instant> oldest(Instant end) {
        return sql.read(handle -> handle.createQuery(
                        "SELECT received_at FROM journal_line WHERE received_at < :end ORDER BY received_at LIMIT 1")
                .bind("end", end)
                .map((row, context) -> Spans.hour(Instants.read(row, "received_at")))
                .findOne());
    }

    // From here on the sums stay what they are, whatever becomes of the lines.
    private boolean seal(Instant hour) {
        return sql.write(handle -> handle.createUpdate(
                                "UPDATE journal_span SET gone = TRUE WHERE unit = 'H' AND begins = :hour AND stale = FALSE")
                        .bind("hour", hour)
                        .execute()
                > 0);
    }

    private int deleteBatch(Instant hour) {
        return sql.write(handle -> {
            List<Line> lines = some(handle, hour);
            if (!lines.isEmpty()) {
                PreparedBatch batch = handle.prepareBatch(
                        "DELETE FROM journal_line WHERE receipt = :receipt AND recipient = :recipient");
                lines.forEach(line -> batch.bind("receipt", line.receipt())
                        .bind("recipient", line.recipient())
                        .add());
                batch.execute();
            }
            return lines.size();
        });
    }

    private static List<Line> some(Handle handle, Instant hour) {
        return handle.createQuery("SELECT receipt, recipient FROM journal_line"
                        + " WHERE received_at >= :hour AND received_at < :end ORDER BY received_at LIMIT :batch")
                .bind("hour", hour)
                .bind("end", hour.plus(Spans.HOUR))
                .bind("batch", BATCH)
                .map((row, context) -> new Line(row.getString("receipt"), row.getString("recipient")))
                .list();
    }

    /** By whole days: the sums of a day go with those of its hours. */
    void totals(Instant before) {
        Instant end = Spans.day(before);
        for (Optional<Span> span = oldestSpan(end); span.isPresent(); span = oldestSpan(end)) {
            delete(span.get());
        }
        sql.write(handle -> handle.createUpdate("DELETE FROM refusal_count WHERE counted_hour < :end")
                .bind("end", end)
                .execute());
    }

    private record Span(String unit, Instant begins) {}

    private Optional<Span> oldestSpan(Instant end) {
        return sql.read(handle -> handle.createQuery(
                        "SELECT unit, begins FROM journal_span WHERE begins < :end ORDER BY begins, unit LIMIT 1")
                .bind("end", end)
                .map((row, context) -> new Span(row.getString("unit"), Instants.read(row, "begins")))
                .findOne());
    }

    private void delete(Span span) {
        sql.write(handle -> {
            new SummedUp(handle).delete(span.unit(), span.begins());
            return handle.createUpdate("DELETE FROM journal_span WHERE unit = :unit AND begins = :begins")
                    .bind("unit", span.unit())
                    .bind("begins", span.begins())
                    .execute();
        });
    }
}
