package org.scora.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/**
 * Which hours and days are summed up. Who changes a line of an hour that may be, marks hour and day as stale in the same
 * transaction; who sums up holds the lock of the same row meanwhile: so one of them sees what the other did. Lines of an
 * hour that is open are written without a look here: nobody sums it up until long after the last such writer is done.
 */
record Spans(Handle handle, Clock clock) {
    static final Duration HOUR = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    /** How long after its end an hour is open to those who write. */
    private static final Duration OPEN = Duration.ofHours(1);

    // For transactions that hang, and nodes whose clocks differ.
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final String MARK = """
            UPDATE journal_span SET stale = TRUE, veiled = FALSE
            WHERE unit = :unit AND begins = :begins AND gone = FALSE""";
    private static final String EXISTS = "SELECT COUNT(*) FROM journal_span WHERE unit = :unit AND begins = :begins";
    private static final String INSERT = """
            INSERT INTO journal_span (unit, begins, stale, gone, veiled) VALUES (:unit, :begins, TRUE, FALSE, FALSE)""";
    private static final String SUMMED_UP = """
            UPDATE journal_span SET stale = FALSE WHERE unit = :unit AND begins = :begins""";

    /** Mail that was taken since then is in hours that are open. */
    static Instant openSince(Instant now) {
        return hour(now.minus(OPEN));
    }

    /** Hours before this may be summed up. */
    static Instant closedBefore(Instant now) {
        return openSince(now).minus(MARGIN);
    }

    static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }

    static Instant day(Instant time) {
        return time.truncatedTo(ChronoUnit.DAYS);
    }

    /** Marks what a change of a line makes stale. Sums of lines that are deleted stay as they are. */
    void changed(Instant receivedAt) {
        if (receivedAt.isBefore(openSince(clock.instant())) && lock("H", hour(receivedAt))) {
            execute(MARK, "D", day(receivedAt));
        }
    }

    /** Marks it stale and keeps others off until the end of the transaction; false when its lines are deleted. */
    boolean lock(String unit, Instant begins) {
        if (execute(MARK, unit, begins) > 0) {
            return true;
        }
        boolean gone = handle.createQuery(EXISTS)
                        .bind("unit", unit)
                        .bind("begins", begins)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        return !gone && execute(INSERT, unit, begins) > 0;
    }

    void staleDay(Instant hour) {
        execute(MARK, "D", day(hour));
    }

    void summedUp(String unit, Instant begins) {
        execute(SUMMED_UP, unit, begins);
    }

    private int execute(String statement, String unit, Instant begins) {
        return handle.createUpdate(statement)
                .bind("unit", unit)
                .bind("begins", begins)
                .execute();
    }
}
