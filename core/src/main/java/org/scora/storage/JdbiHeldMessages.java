package org.scora.storage;

import com.google.common.collect.Lists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.scora.message.Addresses;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldMessages;
import org.scora.score.Category;

/** Keys and addresses are never cut: one that does not fit fails, and the server tries again or sets the mail aside. */
final class JdbiHeldMessages implements HeldMessages {
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_DOMAIN = 320;
    private static final int KEYS_AT_ONCE = 1000;

    private static final String INSERT = """
            INSERT INTO held_message (message_key, receipt, sender, subject, score, category, reason, held_at,
                size_in_bytes, envelope, released_at)
            VALUES (:key, :receipt, :sender, :subject, :score, :category, :reason, :heldAt,
                :size, :envelope, :releasedAt)""";
    private static final String NEWEST_FIRST = " ORDER BY m.held_at DESC, m.message_key";

    private final Sql sql;

    JdbiHeldMessages(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void put(HeldMessage message) {
        sql.write(handle -> {
            Optional<Instant> released = message.releasedAt().or(() -> releasedAt(handle, message.key()));
            delete(handle, message.key());
            insert(handle, message, released);
            return insertRecipients(handle, message);
        });
    }

    private static Optional<Instant> releasedAt(Handle handle, String key) {
        return handle.select("SELECT released_at FROM held_message WHERE message_key = ?", Texts.exact(key))
                .map((row, context) -> Instants.readOptional(row, "released_at"))
                .findOne()
                .flatMap(released -> released);
    }

    private static void insert(Handle handle, HeldMessage message, Optional<Instant> released) {
        handle.createUpdate(INSERT)
                .bind("key", Texts.exact(message.key()))
                .bind("receipt", Texts.exact(message.receipt()))
                .bind("sender", message.sender().map(Texts::exact))
                .bind("subject", Texts.bounded(message.subject(), LONGEST_SUBJECT))
                .bind("score", message.score())
                .bind("category", message.category().name())
                .bind("reason", Texts.bounded(message.reason(), LONGEST_REASON))
                .bind("heldAt", message.heldAt())
                .bind("size", message.size())
                .bind("envelope", Texts.exact(message.envelope()))
                .bindByType("releasedAt", released.orElse(null), Instant.class)
                .execute();
    }

    private static int insertRecipients(Handle handle, HeldMessage message) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO held_recipient"
                        + " (message_key, place, recipient, domain, held_at) VALUES (:key, :place, :recipient, :domain, :heldAt)");
        int place = 0;
        for (String recipient : message.recipients()) {
            batch.bind("key", Texts.exact(message.key()))
                    .bind("place", place++)
                    .bind("recipient", Texts.exact(recipient))
                    .bind("domain", domain(Addresses.domainOf(recipient).orElse("")))
                    .bind("heldAt", message.heldAt())
                    .add();
        }
        return batch.execute().length;
    }

    private static String domain(String name) {
        return Texts.bounded(name.toLowerCase(Locale.ROOT), LONGEST_DOMAIN);
    }

    @Override
    public Optional<HeldMessage> find(String key) {
        return sql.read(handle -> messages(
                        handle,
                        handle.createQuery("SELECT m.* FROM held_message m WHERE m.message_key = :key")
                                .bind("key", Texts.exact(key)))
                .stream()
                .findFirst());
    }

    @Override
    public List<HeldMessage> byReceipt(String receipt) {
        return sql.read(handle -> messages(
                handle,
                handle.createQuery("SELECT m.* FROM held_message m WHERE m.receipt = :receipt" + NEWEST_FIRST)
                        .bind("receipt", Texts.exact(receipt))));
    }

    @Override
    public List<HeldMessage> list(Optional<String> recipientDomain, int limit) {
        String ofDomain = " JOIN (SELECT DISTINCT held_at, message_key FROM held_recipient WHERE domain = :domain"
                + " ORDER BY held_at DESC, message_key LIMIT :limit) r ON r.message_key = m.message_key";
        return sql.read(handle -> messages(
                handle,
                handle.createQuery("SELECT m.* FROM held_message m" + (recipientDomain.isPresent() ? ofDomain : "")
                                + NEWEST_FIRST + " LIMIT :limit")
                        .bind("domain", domain(recipientDomain.orElse("")))
                        .bind("limit", limit)));
    }

    // The messages, then the recipients of them all: no question for each single message.
    private static List<HeldMessage> messages(Handle handle, Query query) {
        Map<String, HeldMessage> messages = new LinkedHashMap<>();
        query.map((row, context) -> read(row)).forEach(message -> messages.put(message.key(), message));
        Map<String, List<String>> recipients = recipientsOf(handle, List.copyOf(messages.keySet()));
        return messages.values().stream()
                .map(message -> message.heldFor(recipients.getOrDefault(message.key(), List.of())))
                .toList();
    }

    private static Map<String, List<String>> recipientsOf(Handle handle, List<String> keys) {
        Map<String, List<String>> recipients = new LinkedHashMap<>();
        for (List<String> some : Lists.partition(keys, KEYS_AT_ONCE)) {
            handle.createQuery("SELECT message_key, recipient FROM held_recipient"
                            + " WHERE message_key IN (<keys>) ORDER BY message_key, place")
                    .bindList("keys", some)
                    .map((row, context) -> Map.entry(row.getString("message_key"), row.getString("recipient")))
                    .forEach(row -> recipients
                            .computeIfAbsent(row.getKey(), key -> new ArrayList<>())
                            .add(row.getValue()));
        }
        return recipients;
    }

    private static HeldMessage read(ResultSet row) throws SQLException {
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
                Instants.readOptional(row, "released_at"));
    }

    @Override
    public List<String> keys() {
        return sql.read(handle -> handle.select("SELECT message_key FROM held_message")
                .mapTo(String.class)
                .list());
    }

    @Override
    public long count() {
        return sql.read(handle -> handle.select("SELECT COUNT(*) FROM held_message")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean remove(String key) {
        return sql.write(handle -> delete(handle, key) > 0);
    }

    private static int delete(Handle handle, String key) {
        return handle.execute("DELETE FROM held_message WHERE message_key = ?", Texts.exact(key));
    }

    @Override
    public void markReleased(String key, Instant when) {
        sql.write(handle -> handle.createUpdate("UPDATE held_message SET released_at = :when WHERE message_key = :key")
                .bind("when", when)
                .bind("key", Texts.exact(key))
                .execute());
    }
}
