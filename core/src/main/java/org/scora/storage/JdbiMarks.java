package org.scora.storage;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.scora.people.Marks;

final class JdbiMarks implements Marks {
    private final Sql sql;
    private final Clock clock;

    JdbiMarks(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void put(Collection<String> marks, Instant until) {
        sql.write(handle -> {
            hashesOf(marks).forEach(hash -> {
                int known = handle.createUpdate(
                                "UPDATE web_mark SET until_at = CASE WHEN until_at > :until THEN until_at"
                                        + " ELSE :until END WHERE mark_hash = :hash")
                        .bindByType("until", until, Instant.class)
                        .bind("hash", hash)
                        .execute();
                if (known == 0) {
                    handle.createUpdate("INSERT INTO web_mark (mark_hash, until_at) VALUES (:hash, :until)")
                            .bindByType("until", until, Instant.class)
                            .bind("hash", hash)
                            .execute();
                }
            });
            return marks.size();
        });
    }

    @Override
    public boolean any(Collection<String> marks) {
        return !marks.isEmpty()
                && sql.read(handle -> handle.createQuery(
                                        "SELECT COUNT(*) FROM web_mark WHERE mark_hash IN (<hashes>) AND until_at > :now")
                                .bindList("hashes", hashesOf(marks))
                                .bindByType("now", clock.instant(), Instant.class)
                                .mapTo(Integer.class)
                                .one())
                        > 0;
    }

    // In order, so that two who write at once wait for each other rather than both for ever.
    private static List<String> hashesOf(Collection<String> marks) {
        TreeSet<String> hashes = new TreeSet<>();
        marks.forEach(mark -> hashes.add(
                Hashing.sha256().hashString(mark, StandardCharsets.UTF_8).toString()));
        return List.copyOf(hashes);
    }

    @Override
    public int forget() {
        return sql.write(handle -> handle.createUpdate("DELETE FROM web_mark WHERE until_at <= :now")
                .bindByType("now", clock.instant(), Instant.class)
                .execute());
    }
}
