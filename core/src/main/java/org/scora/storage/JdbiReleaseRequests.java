package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.people.Actor;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.ReleaseRequest;
import org.scora.quarantine.ReleaseRequest.State;
import org.scora.quarantine.ReleaseRequests;

final class JdbiReleaseRequests implements ReleaseRequests {
    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_NOTE = 500;

    private final Sql sql;
    private final AuditLines audit;
    private final Clock clock;

    JdbiReleaseRequests(Sql sql, Clock clock) {
        this.sql = sql;
        this.audit = new AuditLines(clock);
        this.clock = clock;
    }

    @Override
    public ReleaseRequest file(HeldMessage message, String recipient, Actor by, String note) {
        return sql.write(handle -> {
            handle.select("SELECT message_key FROM held_message WHERE message_key = ? FOR UPDATE", message.key())
                    .mapTo(String.class)
                    .list();
            return open(handle, message.key(), recipient).orElseGet(() -> file(handle, message, recipient, by, note));
        });
    }

    private static Optional<ReleaseRequest> open(Handle handle, String key, String recipient) {
        return handle.select(
                        "SELECT * FROM release_request WHERE message_key = ? AND recipient = ? AND state = 'OPEN'",
                        Texts.exact(key),
                        Texts.exact(recipient))
                .map((row, context) -> read(row))
                .findFirst();
    }

    private ReleaseRequest file(Handle handle, HeldMessage message, String recipient, Actor by, String note) {
        String domain = JdbiHeldMessages.domainOf(recipient);
        handle.createUpdate("INSERT INTO release_request (message_key, receipt, recipient, domain, requested_at,"
                        + " requested_by, note, state, answer, told)"
                        + " VALUES (:key, :receipt, :recipient, :domain, :at, :by, :note, 'OPEN', '', FALSE)")
                .bind("key", Texts.exact(message.key()))
                .bind("receipt", message.receipt())
                .bind("recipient", Texts.exact(recipient))
                .bind("domain", domain)
                .bindByType("at", clock.instant(), Instant.class)
                .bind("by", Texts.bounded(by.name(), LONGEST_NAME))
                .bind("note", Texts.bounded(note, LONGEST_NOTE))
                .execute();
        audit.write(handle, by, domain, "request " + message.receipt() + " to " + recipient, "held", "open", note);
        return open(handle, message.key(), recipient).orElseThrow();
    }

    @Override
    public Optional<ReleaseRequest> find(long id) {
        return sql.read(handle -> find(handle, id));
    }

    private static Optional<ReleaseRequest> find(Handle handle, long id) {
        return handle.select("SELECT * FROM release_request WHERE id = ?", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<ReleaseRequest> list(Optional<String> domain, boolean onlyOpen, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM release_request WHERE "
                        + (onlyOpen ? "state = 'OPEN'" : "1 = 1")
                        + (domain.isPresent() ? " AND domain = :domain" : "") + " ORDER BY id DESC LIMIT :limit")
                .bindMap(domain.map(name -> Map.of("domain", name)).orElse(Map.of()))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public boolean decide(long id, State state, Actor by, String answer) {
        return sql.write(handle -> {
            int decided = handle.createUpdate("UPDATE release_request SET state = :state, decided_at = :at,"
                            + " decided_by = :by, answer = :answer, told = FALSE WHERE id = :id AND state = 'OPEN'")
                    .bind("state", state.name())
                    .bindByType("at", clock.instant(), Instant.class)
                    .bind("by", Texts.bounded(by.name(), LONGEST_NAME))
                    .bind("answer", Texts.bounded(answer, LONGEST_NOTE))
                    .bind("id", id)
                    .execute();
            if (decided > 0) {
                find(handle, id).ifPresent(request -> note(handle, request, by));
            }
            return decided > 0;
        });
    }

    private void note(Handle handle, ReleaseRequest request, Actor by) {
        audit.write(
                handle,
                by,
                JdbiHeldMessages.domainOf(request.recipient()),
                "request " + request.receipt() + " to " + request.recipient(),
                "open",
                request.state().name().toLowerCase(Locale.ROOT),
                request.answer());
    }

    @Override
    public List<ReleaseRequest> untold(Instant before, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM release_request WHERE told = FALSE"
                        + " AND COALESCE(decided_at, requested_at) < :before ORDER BY id LIMIT :limit")
                .bindByType("before", before, Instant.class)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public void told(ReleaseRequest request) {
        sql.write(handle -> handle.execute(
                "UPDATE release_request SET told = TRUE WHERE id = ? AND state = ?",
                request.id(),
                request.state().name()));
    }

    private static ReleaseRequest read(ResultSet row) throws SQLException {
        return new ReleaseRequest(
                row.getLong("id"),
                row.getString("message_key"),
                row.getString("receipt"),
                row.getString("recipient"),
                Instants.read(row, "requested_at"),
                row.getString("requested_by"),
                row.getString("note"),
                State.valueOf(row.getString("state")),
                Instants.readOptional(row, "decided_at"),
                Optional.ofNullable(row.getString("decided_by")),
                row.getString("answer"),
                row.getBoolean("told"));
    }
}
