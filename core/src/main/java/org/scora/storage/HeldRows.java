package org.scora.storage;

import com.google.common.collect.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.scora.message.Json;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.score.Category;

/** Reads held messages: first the messages, then the copies of them all, so no question for each single message. */
final class HeldRows {
    static final String NEWEST_FIRST = " ORDER BY m.held_at DESC, m.message_key DESC";
    private static final int KEYS_AT_ONCE = 1000;

    private HeldRows() {}

    /** @param query for all columns of {@code held_message} */
    static List<HeldMessage> read(Handle handle, Query query) {
        Map<String, HeldMessage> messages = new LinkedHashMap<>();
        query.map((row, context) -> message(row)).forEach(message -> messages.put(message.key(), message));
        Map<String, List<HeldCopy>> copies = copiesOf(handle, List.copyOf(messages.keySet()));
        return messages.values().stream()
                .map(message -> message.standing(copies.getOrDefault(message.key(), List.of())))
                .toList();
    }

    static Optional<HeldMessage> find(Handle handle, String key) {
        return read(
                        handle,
                        handle.createQuery("SELECT m.* FROM held_message m WHERE m.message_key = :key")
                                .bind("key", Texts.exact(key)))
                .stream()
                .findFirst();
    }

    /** The same; nobody else changes the message until the transaction ends. */
    static Optional<HeldMessage> lock(Handle handle, String key) {
        handle.select("SELECT message_key FROM held_message WHERE message_key = ? FOR UPDATE", Texts.exact(key))
                .mapTo(String.class)
                .list();
        return find(handle, key);
    }

    private static Map<String, List<HeldCopy>> copiesOf(Handle handle, List<String> keys) {
        Map<String, List<HeldCopy>> copies = new LinkedHashMap<>();
        for (List<String> some : Lists.partition(keys, KEYS_AT_ONCE)) {
            handle.createQuery("SELECT * FROM held_recipient WHERE message_key IN (<keys>) ORDER BY message_key, place")
                    .bindList("keys", some)
                    .map((row, context) -> Map.entry(row.getString("message_key"), copy(row)))
                    .forEach(row -> copies.computeIfAbsent(row.getKey(), key -> new ArrayList<>())
                            .add(row.getValue()));
        }
        return copies;
    }

    private static HeldCopy copy(ResultSet row) throws SQLException {
        String recipient = row.getString("recipient");
        return new HeldCopy(
                recipient,
                Optional.ofNullable(row.getString("owner")).orElseGet(() -> recipient.toLowerCase(Locale.ROOT)),
                HeldState.valueOf(row.getString("state")),
                Instants.readOptional(row, "changed_at"),
                Optional.ofNullable(row.getString("changed_by")).orElse(""));
    }

    private static HeldMessage message(ResultSet row) throws SQLException {
        return new HeldMessage(
                row.getString("message_key"),
                row.getString("receipt"),
                Optional.ofNullable(row.getString("sender")),
                List.of(),
                row.getString("subject"),
                row.getDouble("score"),
                Category.valueOf(row.getString("category")),
                row.getString("reason"),
                Instants.read(row, "held_at"),
                row.getLong("size_in_bytes"),
                row.getString("envelope"),
                Optional.empty(),
                Optional.ofNullable(row.getString("facts"))
                        .map(json -> Json.read(json, HeldFacts.class))
                        .orElse(HeldFacts.NONE),
                List.of(),
                row.getBoolean("legal_hold"),
                Optional.ofNullable(row.getString("content_hash")));
    }
}
