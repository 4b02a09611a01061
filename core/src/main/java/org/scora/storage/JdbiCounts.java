package org.scora.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.incident.Counts;

record JdbiCounts(Sql sql) implements Counts {
    private static final int LONGEST_DOMAIN = 320;
    private static final int LONGEST_FINDING = 100;

    @Override
    public Optional<Instant> newest() {
        return edge("DESC");
    }

    @Override
    public Optional<Instant> oldest() {
        return edge("ASC");
    }

    private Optional<Instant> edge(String order) {
        return sql.read(handle -> handle.createQuery(
                        "SELECT counted_hour FROM mail_count WHERE domain = '' ORDER BY counted_hour " + order
                                + " LIMIT 1")
                .map((row, context) -> Instants.read(row, "counted_hour"))
                .findOne());
    }

    @Override
    public void put(Hour hour) {
        sql.write(handle -> {
            for (String table : List.of("mail_count", "decided_count")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE counted_hour = :hour")
                        .bind("hour", hour.begin())
                        .execute();
            }
            putMail(handle, hour);
            putDecided(handle, hour);
            return hour.mail().size();
        });
    }

    private static void putMail(Handle handle, Hour hour) {
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO mail_count (domain, counted_hour, messages, held, familiar)"
                        + " VALUES (:domain, :hour, :messages, :held, :familiar)");
        hour.mail()
                .forEach((domain, mail) -> batch.bind("domain", Texts.bounded(domain, LONGEST_DOMAIN))
                        .bind("hour", hour.begin())
                        .bind("messages", mail.messages())
                        .bind("held", mail.held())
                        .bind("familiar", mail.familiar())
                        .add());
        execute(batch);
    }

    private static void putDecided(Handle handle, Hour hour) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO decided_count (finding, counted_hour, decided, familiar)"
                + " VALUES (:finding, :hour, :decided, :familiar)");
        hour.decided()
                .forEach((finding, decided) -> batch.bind("finding", Texts.bounded(finding, LONGEST_FINDING))
                        .bind("hour", hour.begin())
                        .bind("decided", decided.messages())
                        .bind("familiar", decided.familiar())
                        .add());
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    @Override
    public Map<Instant, Mail> mail(String domain, Instant from, Instant until) {
        Map<Instant, Mail> hours = new HashMap<>();
        sql.read(handle -> {
            handle.createQuery("SELECT * FROM mail_count WHERE domain = :domain"
                            + " AND counted_hour >= :from AND counted_hour < :until")
                    .bind("domain", Texts.bounded(domain, LONGEST_DOMAIN))
                    .bind("from", from)
                    .bind("until", until)
                    .map((row, context) -> Map.entry(
                            Instants.read(row, "counted_hour"),
                            new Mail(row.getLong("messages"), row.getLong("held"), row.getLong("familiar"))))
                    .forEach(hour -> hours.put(hour.getKey(), hour.getValue()));
            return hours;
        });
        return hours;
    }

    @Override
    public Map<Instant, Decided> decided(String finding, Instant from, Instant until) {
        Map<Instant, Decided> hours = new HashMap<>();
        sql.read(handle -> {
            handle.createQuery("SELECT * FROM decided_count WHERE finding = :finding"
                            + " AND counted_hour >= :from AND counted_hour < :until")
                    .bind("finding", Texts.bounded(finding, LONGEST_FINDING))
                    .bind("from", from)
                    .bind("until", until)
                    .map((row, context) -> Map.entry(
                            Instants.read(row, "counted_hour"),
                            new Decided(row.getLong("decided"), row.getLong("familiar"))))
                    .forEach(hour -> hours.put(hour.getKey(), hour.getValue()));
            return hours;
        });
        return hours;
    }

    @Override
    public List<String> busyDomains(Instant from, Instant until, long messages, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT domain FROM mail_count"
                        + " WHERE counted_hour >= :from AND counted_hour < :until AND domain <> ''"
                        + " GROUP BY domain HAVING SUM(messages) >= :messages"
                        + " ORDER BY SUM(messages) DESC, domain LIMIT :limit")
                .bind("from", from)
                .bind("until", until)
                .bind("messages", messages)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<String> decidingFindings(Instant from, Instant until) {
        return sql.read(handle -> handle.createQuery("SELECT DISTINCT finding FROM decided_count"
                        + " WHERE counted_hour >= :from AND counted_hour < :until ORDER BY finding")
                .bind("from", from)
                .bind("until", until)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void forget(Instant before) {
        sql.write(handle -> handle.createUpdate("DELETE FROM mail_count WHERE counted_hour < :before")
                        .bind("before", before)
                        .execute()
                + handle.createUpdate("DELETE FROM decided_count WHERE counted_hour < :before")
                        .bind("before", before)
                        .execute());
    }
}
