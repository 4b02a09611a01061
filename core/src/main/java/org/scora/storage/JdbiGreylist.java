package org.scora.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.trust.Greylist;
import org.scora.trust.GreylistKey;
import org.scora.trust.Greylisted;

final class JdbiGreylist implements Greylist {
    private static final Duration WAITED_FOR = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofDays(36);
    private static final int MOST_OF_A_POOL = 100;
    private static final int MOST = 1_000_000;

    private static final String FIND = """
            SELECT first_seen, last_seen, let_in FROM greylisted
            WHERE pool = :pool AND domain = :domain AND sender_domain = :sender""";
    private static final String INSERT = """
            INSERT INTO greylisted (pool, domain, sender_domain, first_seen, last_seen, let_in)
            VALUES (:pool, :domain, :sender, :first, :last, :let_in)""";
    private static final String UPDATE = """
            UPDATE greylisted SET first_seen = LEAST(first_seen, :first), last_seen = GREATEST(last_seen, :last),
                let_in = (let_in OR :let_in) WHERE pool = :pool AND domain = :domain AND sender_domain = :sender""";
    private static final String OLD = """
            DELETE FROM greylisted WHERE (let_in = FALSE AND last_seen < :waited) OR (let_in = TRUE AND last_seen < :kept)""";
    private static final String TOO_MANY = """
            DELETE FROM greylisted WHERE last_seen < (
                SELECT last_seen FROM greylisted ORDER BY last_seen DESC LIMIT 1 OFFSET :most)""";

    private final Sql sql;

    JdbiGreylist(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Greylisted> find(GreylistKey key) {
        return sql.read(handle -> find(handle, key));
    }

    private static Optional<Greylisted> find(Handle handle, GreylistKey key) {
        return handle.createQuery(FIND)
                .bind("pool", Texts.exact(key.pool()))
                .bind("domain", Texts.exact(key.domain()))
                .bind("sender", Texts.exact(key.senderDomain()))
                .map((row, context) -> new Greylisted(
                        Instants.read(row, "first_seen"), Instants.read(row, "last_seen"), row.getBoolean("let_in")))
                .findFirst();
    }

    @Override
    public void add(Map<GreylistKey, Greylisted> entries) {
        // In one order, so that two nodes do not wait for each other.
        List<GreylistKey> sorted = entries.keySet().stream()
                .sorted(Comparator.comparing(GreylistKey::toString))
                .toList();
        sql.write(handle -> {
            sorted.forEach(key ->
                    add(handle, key, Optional.ofNullable(entries.get(key)).orElseThrow()));
            return sorted.size();
        });
    }

    private static void add(Handle handle, GreylistKey key, Greylisted entry) {
        if (change(handle, UPDATE, key, entry) == 0 && (entry.letIn() || !isFlood(handle, key))) {
            change(handle, INSERT, key, entry);
        }
    }

    private static boolean isFlood(Handle handle, GreylistKey key) {
        return handle.select(
                                "SELECT COUNT(*) FROM greylisted WHERE pool = ? AND domain = ? AND let_in = FALSE",
                                Texts.exact(key.pool()),
                                Texts.exact(key.domain()))
                        .mapTo(Integer.class)
                        .one()
                >= MOST_OF_A_POOL;
    }

    private static int change(Handle handle, String statement, GreylistKey key, Greylisted entry) {
        return handle.createUpdate(statement)
                .bind("pool", Texts.exact(key.pool()))
                .bind("domain", Texts.exact(key.domain()))
                .bind("sender", Texts.exact(key.senderDomain()))
                .bindByType("first", entry.firstSeen(), Instant.class)
                .bindByType("last", entry.lastSeen(), Instant.class)
                .bind("let_in", entry.letIn())
                .execute();
    }

    @Override
    public int forget(Instant now) {
        return sql.write(handle -> handle.createUpdate(OLD)
                        .bindByType("waited", now.minus(WAITED_FOR), Instant.class)
                        .bindByType("kept", now.minus(KEPT), Instant.class)
                        .execute()
                + handle.createUpdate(TOO_MANY).bind("most", MOST - 1).execute());
    }
}
