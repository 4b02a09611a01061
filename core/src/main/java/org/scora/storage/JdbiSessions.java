package org.scora.storage;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.people.Session;
import org.scora.people.Sessions;

final class JdbiSessions implements Sessions {
    private static final BaseEncoding BASE32 = BaseEncoding.base32().lowerCase().omitPadding();
    private static final int ID_BYTES = 20;
    private static final int LONGEST_NAME = 320;
    // So that looking at pages does not write at every step.
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Sql sql;
    private final SecureRandom random;
    private final AuditLines audit;
    private final Clock clock;

    JdbiSessions(Sql sql, SecureRandom random, Clock clock) {
        this.sql = sql;
        this.random = random;
        this.audit = new AuditLines(clock);
        this.clock = clock;
    }

    private record Row(Session session, Instant seenAt) {}

    @Override
    public String begin(Actor who) {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = BASE32.encode(bytes);
        sql.write(handle -> {
            handle.createUpdate("INSERT INTO web_session (id_hash, role, name, begun_at, seen_at)"
                            + " VALUES (:hash, :role, :name, :now, :now)")
                    .bind("hash", hashOf(id))
                    .bind("role", who.role().name())
                    .bind("name", Texts.bounded(who.name().toLowerCase(Locale.ROOT), LONGEST_NAME))
                    .bindByType("now", clock.instant(), Instant.class)
                    .execute();
            audit.write(handle, who, domainOf(who.name()), "login", "", "logged in", "");
            return id;
        });
        return id;
    }

    @Override
    public Optional<Session> find(String id) {
        Optional<Row> row = sql.read(handle -> find(handle, id));
        row.filter(known -> known.seenAt().isBefore(clock.instant().minus(GRAIN)))
                .ifPresent(stale -> sql.write(
                        handle -> handle.createUpdate("UPDATE web_session SET seen_at = :now WHERE id_hash = :hash")
                                .bindByType("now", clock.instant(), Instant.class)
                                .bind("hash", hashOf(id))
                                .execute()));
        return row.map(Row::session);
    }

    private Optional<Row> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM web_session WHERE id_hash = :hash AND seen_at > :over")
                .bind("hash", hashOf(id))
                .bindByType("over", over(), Instant.class)
                .map((row, context) -> read(row))
                .findOne();
    }

    private Instant over() {
        return clock.instant().minus(IDLE);
    }

    private static Row read(ResultSet row) throws SQLException {
        Session session =
                new Session(Role.valueOf(row.getString("role")), row.getString("name"), Instants.read(row, "begun_at"));
        return new Row(session, Instants.read(row, "seen_at"));
    }

    @Override
    public boolean end(String id, String origin) {
        return sql.write(handle -> {
            Optional<Session> session = find(handle, id).map(Row::session);
            boolean ended = handle.execute("DELETE FROM web_session WHERE id_hash = ?", hashOf(id)) > 0;
            session.filter(known -> ended).ifPresent(known -> {
                Actor who = new Actor(known.role(), known.name(), origin);
                audit.write(handle, who, domainOf(known.name()), "login", "logged in", "logged out", "");
            });
            return ended;
        });
    }

    @Override
    public int forget() {
        return sql.write(handle -> handle.createUpdate("DELETE FROM web_session WHERE seen_at <= :over")
                .bindByType("over", over(), Instant.class)
                .execute());
    }

    private static String domainOf(String name) {
        return name.contains("@") ? JdbiHeldMessages.domainOf(name) : "";
    }

    private static String hashOf(String id) {
        return Hashing.sha256().hashString(id, StandardCharsets.UTF_8).toString();
    }
}
