package org.scora.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.checkup.MxHistory;
import org.scora.checkup.MxSighting;

final class JdbiMxHistory implements MxHistory {
    private static final int LONGEST_RECORDS = 1000;
    private static final int MOST_SIGHTINGS = 20;

    private final Sql sql;

    JdbiMxHistory(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void saw(String domain, String records, Duration ttl, Instant now) {
        String text = Texts.bounded(records, LONGEST_RECORDS);
        sql.write(handle -> {
            if (KnownDomain.isKnown(handle, domain)) {
                note(handle, domain, text, ttl, now);
            }
            return domain;
        });
    }

    private static void note(Handle handle, String domain, String records, Duration ttl, Instant now) {
        Optional<Long> same = handle.createQuery("SELECT id, records, ttl_in_seconds FROM mx_sighting"
                        + " WHERE domain = :domain ORDER BY last_seen DESC, id DESC LIMIT 1")
                .bind("domain", domain)
                .map((row, context) ->
                        row.getString("records").equals(records) && row.getLong("ttl_in_seconds") == ttl.toSeconds()
                                ? Optional.of(row.getLong("id"))
                                : Optional.<Long>empty())
                .findOne()
                .flatMap(id -> id);
        if (same.isPresent()) {
            handle.createUpdate("UPDATE mx_sighting SET last_seen = :now WHERE id = :id")
                    .bind("now", now)
                    .bind("id", same.get())
                    .execute();
            return;
        }
        handle.createUpdate("INSERT INTO mx_sighting (domain, records, ttl_in_seconds, first_seen, last_seen)"
                        + " VALUES (:domain, :records, :ttl, :now, :now)")
                .bind("domain", domain)
                .bind("records", records)
                .bind("ttl", ttl.toSeconds())
                .bind("now", now)
                .execute();
        handle.createUpdate("DELETE FROM mx_sighting WHERE domain = :domain AND id NOT IN (SELECT id FROM mx_sighting"
                        + " WHERE domain = :domain ORDER BY last_seen DESC, id DESC LIMIT :most)")
                .bind("domain", domain)
                .bind("most", MOST_SIGHTINGS)
                .execute();
    }

    @Override
    public List<MxSighting> of(String domain) {
        return sql.read(handle -> handle.createQuery(
                        "SELECT * FROM mx_sighting WHERE domain = :domain ORDER BY last_seen DESC, id DESC LIMIT :most")
                .bind("domain", domain)
                .bind("most", MOST_SIGHTINGS)
                .map((row, context) -> new MxSighting(
                        row.getString("records"),
                        Duration.ofSeconds(row.getLong("ttl_in_seconds")),
                        Instants.read(row, "first_seen"),
                        Instants.read(row, "last_seen")))
                .list());
    }
}
