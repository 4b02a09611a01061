package org.scora.storage;

import com.google.common.collect.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.learn.Ledger;
import org.scora.learn.TrainingEvent;
import org.scora.learn.TrainingSource;

final class JdbiLedger implements Ledger {
    private static final Instant BEFORE_ALL = Instant.EPOCH;
    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_SUBJECT = 500;
    private static final int EVENTS_AT_ONCE = 200;
    private static final int HASHES_AT_ONCE = 1000;

    private static final String INSERT = """
            INSERT INTO training_event (content_hash, unwanted, taught_at, source_kind, source_name, sender, subject,
                counts, content)
            VALUES (:hash, :unwanted, :at, :kind, :source, :sender, :subject, :counts, :content)""";
    private static final String KNOWN = """
            SELECT content_hash FROM training_event
            WHERE content_hash IN (<hashes>) AND unwanted = :unwanted AND taken_back_at IS NULL""";
    private static final String TAKE_BACK =
            "UPDATE training_event SET taken_back_at = :now WHERE taken_back_at IS NULL";

    private final Sql sql;

    JdbiLedger(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> known(Collection<String> hashes, boolean unwanted) {
        Set<String> known = new HashSet<>();
        sql.read(handle -> {
            for (List<String> some : Lists.partition(List.copyOf(hashes), HASHES_AT_ONCE)) {
                handle.createQuery(KNOWN)
                        .bind("unwanted", unwanted)
                        .bindList("hashes", some)
                        .mapTo(String.class)
                        .forEach(known::add);
            }
            return known.size();
        });
        return known;
    }

    @Override
    public void add(List<Entry> entries) {
        sql.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            // In their order, which is that of their ids.
            entries.forEach(entry -> bind(batch, entry).add());
            return batch.execute();
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, Entry entry) {
        TrainingEvent event = entry.event();
        return batch.bind("hash", Texts.exact(event.hash()))
                .bind("unwanted", event.unwanted())
                .bind("at", event.at())
                .bind("kind", event.source().kind().name())
                .bind("source", name(event.source().name()))
                .bind("sender", Texts.bounded(event.sender(), LONGEST_NAME))
                .bind("subject", Texts.bounded(event.subject(), LONGEST_SUBJECT))
                .bind("counts", event.counts())
                .bind("content", entry.content());
    }

    private static String name(String source) {
        return Texts.bounded(source, LONGEST_NAME);
    }

    @Override
    public long count() {
        return sql.read(
                handle -> handle.select("SELECT COUNT(*) FROM training_event WHERE counts AND taken_back_at IS NULL")
                        .mapTo(Long.class)
                        .one());
    }

    @Override
    public long count(TrainingSource source) {
        return sql.read(handle -> handle.select(
                        "SELECT COUNT(*) FROM training_event"
                                + " WHERE source_kind = ? AND source_name = ? AND counts AND taken_back_at IS NULL",
                        source.kind().name(),
                        name(source.name()))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<TrainingEvent> newest(int limit) {
        return sql.read(handle -> handle.select(
                        "SELECT id, taught_at, source_kind, source_name, unwanted, content_hash, sender, subject,"
                                + " counts, taken_back_at FROM training_event ORDER BY id DESC LIMIT ?",
                        limit)
                .map((row, context) -> read(row))
                .list());
    }

    private static TrainingEvent read(ResultSet row) throws SQLException {
        return new TrainingEvent(
                row.getLong("id"),
                Instants.read(row, "taught_at"),
                new TrainingSource(
                        TrainingSource.Kind.valueOf(row.getString("source_kind")), row.getString("source_name")),
                row.getBoolean("unwanted"),
                row.getString("content_hash"),
                row.getString("sender"),
                row.getString("subject"),
                row.getBoolean("counts"),
                Instants.readOptional(row, "taken_back_at"));
    }

    @Override
    public int takeBack(List<String> hashes, Instant now) {
        return sql.write(handle -> Lists.partition(hashes, HASHES_AT_ONCE).stream()
                .mapToInt(some -> takeBack(handle, some, now))
                .sum());
    }

    private static int takeBack(Handle handle, List<String> hashes, Instant now) {
        return handle.createUpdate(TAKE_BACK + " AND content_hash IN (<hashes>)")
                .bind("now", now)
                .bindList("hashes", hashes)
                .execute();
    }

    @Override
    public int takeBackSource(String name, Instant now) {
        return sql.write(handle -> handle.createUpdate(TAKE_BACK + " AND source_name = :source")
                .bind("now", now)
                .bind("source", name(name))
                .execute());
    }

    @Override
    public int takeBackSince(Instant since, Instant now) {
        return sql.write(handle -> handle.createUpdate(TAKE_BACK + " AND taught_at >= :since")
                .bind("now", now)
                .bind("since", since)
                .execute());
    }

    @Override
    public long takenBackUpTo(long id) {
        return sql.read(handle -> handle.select(
                        // Not IS NOT NULL, for which H2 reads the whole table instead of the index.
                        "SELECT COUNT(*) FROM training_event WHERE id <= ? AND taken_back_at >= ?", id, BEFORE_ALL)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void replay(long behind, Consumer<Stored> learner) {
        long last = behind;
        List<Stored> some = storedBehind(last);
        while (!some.isEmpty()) {
            some.forEach(learner);
            last = some.get(some.size() - 1).id();
            some = storedBehind(last);
        }
    }

    private List<Stored> storedBehind(long id) {
        return sql.read(handle -> handle.select(
                        "SELECT id, content_hash, unwanted, content FROM training_event"
                                + " WHERE id > ? AND counts AND taken_back_at IS NULL ORDER BY id LIMIT ?",
                        id,
                        EVENTS_AT_ONCE)
                .map((row, context) -> new Stored(
                        row.getLong("id"),
                        row.getString("content_hash"),
                        row.getBoolean("unwanted"),
                        row.getBytes("content")))
                .list());
    }
}
