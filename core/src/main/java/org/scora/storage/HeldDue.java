package org.scora.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldCopies.Evictable;
import org.scora.score.Category;

/** What of the quarantine is to go, and its going. */
final class HeldDue {
    private static final String KEPT = "r.state IN ('HELD', 'RELEASED')";

    private HeldDue() {}

    /** From one to the next, since reading all rows takes long when there are a million. */
    static List<String> domains(Handle handle) {
        List<String> domains = new ArrayList<>();
        Optional<String> next = next(handle, "");
        while (next.isPresent()) {
            domains.add(next.get());
            next = next(handle, next.get());
        }
        return domains;
    }

    private static Optional<String> next(Handle handle, String last) {
        return handle.select("SELECT domain FROM held_recipient WHERE domain > ? ORDER BY domain LIMIT 1", last)
                .mapTo(String.class)
                .findOne();
    }

    static List<String> expired(Handle handle, String domain, Category category, Instant heldBefore, int limit) {
        return handle
                .createQuery("SELECT r.message_key FROM held_recipient r"
                        + " JOIN held_message m ON m.message_key = r.message_key"
                        + " WHERE r.domain = :domain AND r.category = :category AND r.held_at < :before AND " + KEPT
                        + " AND m.legal_hold = FALSE ORDER BY r.held_at LIMIT :limit")
                .bind("domain", domain)
                .bind("category", category.name())
                .bindByType("before", heldBefore, Instant.class)
                .bind("limit", limit)
                .mapTo(String.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    static long bytesOf(Handle handle, String domain) {
        return handle.select(
                        "SELECT COALESCE(SUM(m.size_in_bytes), 0) FROM held_message m WHERE m.message_key IN"
                                + " (SELECT r.message_key FROM held_recipient r WHERE r.domain = ? AND r.state IN"
                                + " ('HELD', 'RELEASING', 'RELEASED'))",
                        domain)
                .mapTo(Long.class)
                .one();
    }

    static List<Evictable> firstToGo(Handle handle, String domain, int limit) {
        return handle.createQuery("SELECT m.message_key, m.size_in_bytes, m.held_at,"
                        + " MIN(CASE WHEN r.state = 'RELEASED' THEN 0 WHEN m.score >= :certain THEN 1 ELSE 2 END) AS turn"
                        + " FROM held_recipient r JOIN held_message m ON m.message_key = r.message_key"
                        + " WHERE r.domain = :domain AND m.legal_hold = FALSE AND " + KEPT
                        + " GROUP BY m.message_key, m.size_in_bytes, m.held_at"
                        + " ORDER BY turn, m.held_at, m.message_key LIMIT :limit")
                .bind("certain", HeldCopies.CERTAIN)
                .bind("domain", domain)
                .bind("limit", limit)
                .map((row, context) -> new Evictable(row.getString("message_key"), row.getLong("size_in_bytes")))
                .list();
    }

    static int expire(Handle handle, String domain, List<String> keys, Instant at) {
        if (keys.isEmpty()) {
            return 0;
        }
        int copies = handle.createUpdate("UPDATE held_recipient r SET state = 'EXPIRED', changed_at = :at,"
                        + " changed_by = :who WHERE r.domain = :domain AND r.message_key IN (<keys>) AND " + KEPT
                        + " AND EXISTS (SELECT 1 FROM held_message m WHERE m.message_key = r.message_key"
                        + " AND m.legal_hold = FALSE)")
                .bindByType("at", at, Instant.class)
                .bind("who", org.scora.people.Actor.GATEWAY.name())
                .bind("domain", domain)
                .bindList("keys", keys)
                .execute();
        keys.forEach(key -> HeldEnd.endIfNobodyIsLeft(handle, key, at));
        return copies;
    }

    static int forget(Handle handle, Instant endedBefore, int limit) {
        return handle.createUpdate("DELETE FROM held_message WHERE message_key IN (SELECT message_key FROM held_message"
                        + " WHERE ended_at < :before LIMIT :limit)")
                .bindByType("before", endedBefore, Instant.class)
                .bind("limit", limit)
                .execute();
    }
}
