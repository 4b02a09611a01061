package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.incident.Incident;
import org.scora.incident.IncidentFacts;
import org.scora.incident.Incidents;
import org.scora.incident.Subject;
import org.scora.incident.Undo;
import org.scora.message.Json;
import org.scora.score.Advisory;

/** Changes are noted in the audit log, which also makes all nodes look again. */
final class JdbiIncidents implements Incidents {
    private static final int LONGEST_SUBJECT = 420;
    private static final int LONGEST_NAME = 320;

    private final Store store;

    JdbiIncidents(Store store) {
        this.store = store;
    }

    @Override
    public List<Advisory> advisories() {
        return store.remembered(
                List.class,
                "incident",
                "",
                "",
                () -> store.read(handle -> handle.createQuery(
                                "SELECT * FROM incident WHERE open_subject IS NOT NULL AND advisory ORDER BY id")
                        .map((row, context) -> read(row))
                        .map(incident -> new Advisory(incident.subject().name(), incident.openedAt(), incident.id()))
                        .list()));
    }

    @Override
    public Optional<Incident> open(
            Subject subject, Instant beganAt, Instant now, boolean advisory, IncidentFacts facts) {
        String key = key(subject);
        return store.write(handle -> {
            if (openAbout(handle, key).isPresent()) {
                return Optional.empty();
            }
            handle.createUpdate("INSERT INTO incident"
                            + " (subject, open_subject, began_at, opened_at, advisory, facts, told)"
                            + " VALUES (:subject, :subject, :began, :opened, :advisory, :facts, FALSE)")
                    .bind("subject", key)
                    .bind("began", beganAt)
                    .bind("opened", now)
                    .bind("advisory", advisory)
                    .bind("facts", Texts.exact(Json.write(facts)))
                    .execute();
            Optional<Incident> opened = openAbout(handle, key);
            opened.ifPresent(incident -> note(
                    handle,
                    incident,
                    store.author(),
                    Optional.empty(),
                    Optional.of(advisory ? "advisory" : "reported")));
            return opened;
        });
    }

    private static void note(
            Handle handle, Incident incident, Author author, Optional<String> before, Optional<String> after) {
        author.notes(
                handle,
                null,
                "incident " + incident.id() + ", " + incident.subject().words(),
                before,
                after);
    }

    private static Optional<Incident> openAbout(Handle handle, String key) {
        return handle.select("SELECT * FROM incident WHERE open_subject = ?", key)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public Optional<Incident> openAbout(Subject subject) {
        return store.read(handle -> openAbout(handle, key(subject)));
    }

    @Override
    public Optional<Incident> find(long id) {
        return store.read(handle -> find(handle, id));
    }

    private static Optional<Incident> find(Handle handle, long id) {
        return handle.select("SELECT * FROM incident WHERE id = ?", id)
                .map((row, context) -> read(row))
                .findOne();
    }

    @Override
    public List<Incident> list(boolean onlyOpen, int limit) {
        return store.read(handle -> handle.select(
                        "SELECT * FROM incident" + (onlyOpen ? " WHERE open_subject IS NOT NULL" : "")
                                + " ORDER BY id DESC LIMIT ?",
                        limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public Optional<Closing> lastClosing(Subject subject) {
        return store.read(handle -> handle.select(
                        "SELECT * FROM incident WHERE subject = ? AND closed_at IS NOT NULL"
                                + " ORDER BY closed_at DESC, id DESC LIMIT 1",
                        key(subject))
                .map((row, context) ->
                        new Closing(Instants.read(row, "closed_at"), Instants.readOptional(row, "trusted_until")))
                .findOne());
    }

    @Override
    public boolean close(long id, Instant now, String by, Optional<Duration> trusted) {
        return store.write(handle -> {
            int closed = handle.createUpdate("UPDATE incident SET open_subject = NULL, closed_at = :now,"
                            + " closed_by = :by, trusted_until = :trusted"
                            + " WHERE id = :id AND open_subject IS NOT NULL")
                    .bind("now", now)
                    .bind("by", Texts.bounded(by, LONGEST_NAME))
                    .bindByType("trusted", trusted.map(now::plus).orElse(null), Instant.class)
                    .bind("id", id)
                    .execute();
            if (closed > 0) {
                find(handle, id)
                        .ifPresent(incident -> note(
                                handle,
                                incident,
                                store.author().named(by),
                                Optional.of(incident.advisory() ? "advisory" : "reported"),
                                Optional.of(trusted.isPresent() ? "closed, trusted" : "closed")));
            }
            return closed > 0;
        });
    }

    @Override
    public List<Incident> untold(int limit) {
        return store.read(handle -> handle.select("SELECT * FROM incident WHERE NOT told ORDER BY id LIMIT ?", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public void told(long id) {
        store.sql().write(handle -> handle.execute("UPDATE incident SET told = TRUE WHERE id = ?", id));
    }

    @Override
    public List<Incident> beingUndone() {
        return store.read(handle -> handle.createQuery("SELECT * FROM incident WHERE undo IS NOT NULL ORDER BY id")
                .map((row, context) -> read(row))
                .filter(incident ->
                        incident.undo().filter(undo -> undo.endedAt().isEmpty()).isPresent())
                .list());
    }

    @Override
    public void undo(long id, Undo state) {
        store.sql().write(handle -> {
            Optional<Incident> before = find(handle, id);
            int done = handle.execute("UPDATE incident SET undo = ? WHERE id = ?", Json.write(state), id);
            before.ifPresent(incident -> noteUndo(handle, incident, state));
            return done;
        });
    }

    private void noteUndo(Handle handle, Incident before, Undo state) {
        boolean ordered = state.lastKey().isEmpty() && state.endedAt().isEmpty();
        if (ordered || state.endedAt().isPresent()) {
            note(
                    handle,
                    before,
                    ordered ? store.author().named(state.orderedBy()) : store.author(),
                    Optional.of(ordered ? "" : "being undone"),
                    Optional.of(
                            ordered
                                    ? "being undone"
                                    : "undone: " + state.released() + " released, " + state.kept() + " kept"));
        }
    }

    /** Kind and name in one text, since both together are unique. */
    private static String key(Subject subject) {
        return Texts.bounded(subject.kind().name().toLowerCase(Locale.ROOT) + " " + subject.name(), LONGEST_SUBJECT);
    }

    private static Subject subject(String key) {
        int blank = key.indexOf(' ');
        return new Subject(
                Subject.Kind.valueOf(key.substring(0, blank).toUpperCase(Locale.ROOT)), key.substring(blank + 1));
    }

    private static Incident read(ResultSet row) throws SQLException {
        return new Incident(
                row.getLong("id"),
                subject(row.getString("subject")),
                Instants.read(row, "began_at"),
                Instants.read(row, "opened_at"),
                row.getBoolean("advisory"),
                Json.read(row.getString("facts"), IncidentFacts.class),
                row.getBoolean("told"),
                Instants.readOptional(row, "closed_at"),
                Optional.ofNullable(row.getString("closed_by")),
                Instants.readOptional(row, "trusted_until"),
                Optional.ofNullable(row.getString("undo")).map(text -> Json.read(text, Undo.class)));
    }
}
