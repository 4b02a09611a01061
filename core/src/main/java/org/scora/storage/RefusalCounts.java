package org.scora.storage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.scora.domain.RefusalReason;
import org.scora.journal.RefusalCount;

/** The numbers of what was refused, by domain, hour and reason. */
final class RefusalCounts {
    private static final String ADD = """
            UPDATE refusal_count SET refused = refused + :count
            WHERE recipient_domain = :domain AND counted_hour = :hour AND reason = :reason""";
    private static final String INSERT = """
            INSERT INTO refusal_count (recipient_domain, counted_hour, reason, refused)
            VALUES (:domain, :hour, :reason, :count)""";
    private static final int LONGEST_DOMAIN = 320;

    private RefusalCounts() {}

    // Several nodes add to one row: the sum is the database's, and who inserts second tries again, see Sql.
    static void add(Handle handle, RefusalCount count) {
        for (String statement : List.of(ADD, INSERT)) {
            int changed = handle.createUpdate(statement)
                    .bind("domain", domain(count.domain()))
                    .bind("hour", count.hour())
                    .bind("reason", count.reason().name())
                    .bind("count", count.count())
                    .execute();
            if (changed > 0) {
                return;
            }
        }
    }

    static List<RefusalCount> of(Handle handle, String domain, Instant from, Instant until) {
        return handle.createQuery("SELECT reason, SUM(refused) AS total FROM refusal_count"
                        + " WHERE recipient_domain = :domain AND counted_hour >= :from AND counted_hour < :until"
                        + " GROUP BY reason ORDER BY total DESC, reason")
                .bind("domain", domain(domain))
                .bind("from", from)
                .bind("until", until)
                .map((row, context) ->
                        new RefusalCount(domain, from, reason(row.getString("reason")), row.getLong("total")))
                .list();
    }

    private static String domain(String domain) {
        return Texts.bounded(domain.toLowerCase(Locale.ROOT), LONGEST_DOMAIN);
    }

    // A newer version may have counted by one that is not known here.
    private static RefusalReason reason(String name) {
        for (RefusalReason reason : RefusalReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return RefusalReason.OTHER;
    }
}
