package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.scora.quarantine.DigestLog;
import org.scora.score.Category;

final class JdbiDigestLog implements DigestLog {
    private static final String IN_DIGEST =
            " r.domain = :domain AND r.digest = :number AND r.owner = :owner" + " AND r.state = 'HELD'";

    private final Sql sql;

    JdbiDigestLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<String> ownersWithNews(String domain, String after, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT DISTINCT owner FROM held_recipient WHERE domain = :domain"
                        + " AND digest = 0 AND owner > :after AND state = 'HELD' ORDER BY owner LIMIT :limit")
                .bind("domain", JdbiHeldMessages.domain(domain))
                .bind("after", Texts.exact(after))
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    @Override
    public Digest begin(String owner, Instant at) {
        return sql.write(handle -> {
            Optional<Digest> last = lock(handle, owner);
            if (last.isPresent() && !isSent(handle, owner)) {
                return last.get();
            }
            Digest next = new Digest(owner, last.map(Digest::number).orElse(0L) + 1, at);
            int taken = place(
                            handle.createUpdate("UPDATE held_recipient SET digest = :number WHERE domain = :domain"
                                    + " AND digest = 0 AND owner = :owner AND state = 'HELD'"),
                            next)
                    .execute();
            write(handle, next, last.isPresent(), taken == 0);
            return next;
        });
    }

    private static Optional<Digest> lock(Handle handle, String owner) {
        return handle.select("SELECT * FROM digest_mail WHERE owner = ? FOR UPDATE", Texts.exact(owner))
                .map((row, context) -> digest(row))
                .findOne();
    }

    private static boolean isSent(Handle handle, String owner) {
        return handle.select("SELECT sent FROM digest_mail WHERE owner = ?", Texts.exact(owner))
                .mapTo(Boolean.class)
                .one();
    }

    private static void write(Handle handle, Digest digest, boolean known, boolean sent) {
        handle.createUpdate(
                        known
                                ? "UPDATE digest_mail SET number = :number, begun_at = :at, sent = :sent"
                                        + " WHERE owner = :owner"
                                : "INSERT INTO digest_mail (owner, number, begun_at, sent)"
                                        + " VALUES (:owner, :number, :at, :sent)")
                .bind("owner", Texts.exact(digest.owner()))
                .bind("number", digest.number())
                .bindByType("at", digest.at(), Instant.class)
                .bind("sent", sent)
                .execute();
    }

    @Override
    public Contents contents(Digest digest, int limit) {
        return sql.read(handle -> new Contents(
                HeldRows.read(
                        handle,
                        place(
                                handle.createQuery("SELECT m.* FROM held_message m WHERE m.message_key IN"
                                                + " (SELECT r.message_key FROM held_recipient r WHERE" + IN_DIGEST + ")"
                                                + " ORDER BY m.score, m.held_at DESC, m.message_key LIMIT :limit")
                                        .bind("limit", limit),
                                digest)),
                counts(handle, digest)));
    }

    // A message that came to two of a mailbox's aliases is one.
    private static Map<Category, Integer> counts(Handle handle, Digest digest) {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        place(
                        handle.createQuery("SELECT r.category, COUNT(DISTINCT r.message_key) AS number"
                                + " FROM held_recipient r WHERE" + IN_DIGEST + " GROUP BY r.category"),
                        digest)
                .map((row, context) -> Map.entry(Category.valueOf(row.getString("category")), row.getInt("number")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static <T extends SqlStatement<T>> T place(T statement, Digest digest) {
        return statement
                .bind("domain", JdbiHeldMessages.domainOf(digest.owner()))
                .bind("number", digest.number())
                .bind("owner", Texts.exact(digest.owner()));
    }

    @Override
    public void sent(Digest digest) {
        sql.write(handle -> handle.execute(
                "UPDATE digest_mail SET sent = TRUE WHERE owner = ? AND number = ?",
                Texts.exact(digest.owner()),
                digest.number()));
    }

    @Override
    public List<Digest> unsent(Instant before, String after, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM digest_mail WHERE sent = FALSE"
                        + " AND owner > :after AND begun_at < :before ORDER BY owner LIMIT :limit")
                .bind("after", Texts.exact(after))
                .bindByType("before", before, Instant.class)
                .bind("limit", limit)
                .map((row, context) -> digest(row))
                .list());
    }

    private static Digest digest(ResultSet row) throws SQLException {
        return new Digest(row.getString("owner"), row.getLong("number"), Instants.read(row, "begun_at"));
    }

    @Override
    public Map<String, Instant> seenTo() {
        Map<String, Instant> seen = new TreeMap<>();
        sql.read(handle -> handle.select("SELECT * FROM digest_round")
                        .map((row, context) -> Map.entry(row.getString("scope"), Instants.read(row, "seen_to_at")))
                        .list())
                .forEach(round -> seen.put(round.getKey(), round.getValue()));
        return seen;
    }

    @Override
    public void seeTo(String scope, Instant at) {
        sql.write(handle -> {
            int known = handle.createUpdate("UPDATE digest_round SET seen_to_at = :at WHERE scope = :scope")
                    .bindByType("at", at, Instant.class)
                    .bind("scope", Texts.exact(scope))
                    .execute();
            return known > 0
                    ? known
                    : handle.createUpdate("INSERT INTO digest_round (scope, seen_to_at) VALUES (:scope, :at)")
                            .bindByType("at", at, Instant.class)
                            .bind("scope", Texts.exact(scope))
                            .execute();
        });
    }
}
