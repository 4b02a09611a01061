package org.scora.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.scora.quarantine.HeldMessages;
import org.scora.storage.DatabaseSettings;

/**
 * Fills a quarantine. The first messages are held as the gateway does, each durable; then the database copies all that is
 * there, again and again, without indexes but for the primary keys, which are made anew at the end: that takes minutes
 * where holding a million one by one takes an hour.
 */
final class QuarantineFill {
    private static final int DOUBLINGS = 6;
    private static final int WRITERS = 8;
    // A copy's key lies behind that of its original, in the same part. One transaction for all would keep all of it
    // twice.
    private static final String PART = "message_key >= ':from' AND message_key < ':until'";
    private static final int PARTS = 64;
    private static final List<String> COPY = List.of(
            "INSERT INTO held_message (message_key, receipt, sender, subject, score, category, reason, held_at,"
                    + " size_in_bytes, envelope, content_hash, facts) SELECT message_key || '-:n', receipt, sender,"
                    + " subject, score, category, reason, held_at - INTERVAL ':n' SECOND, size_in_bytes, envelope,"
                    + " content_hash, facts FROM held_message WHERE " + PART,
            "INSERT INTO held_recipient (message_key, place, recipient, domain, held_at, owner, category, state)"
                    + " SELECT message_key || '-:n', place, recipient, domain, held_at - INTERVAL ':n' SECOND, owner,"
                    + " category, state FROM held_recipient WHERE " + PART,
            "INSERT INTO held_term (term, domain, held_at, message_key) SELECT term, domain,"
                    + " held_at - INTERVAL ':n' SECOND, message_key || '-:n' FROM held_term WHERE " + PART);

    private final DatabaseSettings settings;
    private final HeldMessages held;
    private final int first;
    private final long end;

    QuarantineFill(DatabaseSettings settings, HeldMessages held, int messages, Duration most) {
        this.settings = settings;
        this.held = held;
        this.first = Math.max(1, messages >> DOUBLINGS);
        this.end = System.nanoTime() + most.toNanos();
    }

    /** How many messages differ from each other. */
    int first() {
        return first;
    }

    void run() throws Exception {
        holdOneByOne();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            List<String> indexes = HeldIndexes.drop(connection);
            for (int doubling = 0; doubling < DOUBLINGS && System.nanoTime() < end; doubling++) {
                copy(statement, 1 << doubling);
            }
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("ANALYZE");
        }
        System.out.printf(Locale.ROOT, "%,d messages with copies%n", held.count());
    }

    private void copy(Statement statement, int seconds) throws SQLException {
        for (int part = 0; part < PARTS; part++) {
            for (String sql : COPY) {
                statement.execute(sql.replace(":n", Integer.toString(seconds))
                        .replace(":from", begin(part))
                        .replace(":until", part + 1 == PARTS ? "N" : begin(part + 1)));
            }
        }
    }

    private String begin(int part) {
        return HeldSample.keyBegin((int) ((long) first * part / PARTS), first);
    }

    private void holdOneByOne() throws InterruptedException {
        long start = System.nanoTime();
        AtomicLong next = new AtomicLong();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.execute(() -> {
                for (long n = next.getAndIncrement();
                        n < first && System.nanoTime() < end;
                        n = next.getAndIncrement()) {
                    held.put(HeldSample.message((int) n, first));
                }
            });
        }
        writers.shutdown();
        writers.awaitTermination(1, TimeUnit.DAYS);
        double seconds = (System.nanoTime() - start) / 1e9;
        long count = held.count();
        System.out.printf(Locale.ROOT, "%,d messages held in %.0f s, %.0f a second%n", count, seconds, count / seconds);
    }
}
