package org.scora.storage;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.scora.people.Actor;
import org.scora.people.Persons;

/** Finds a person in all tables. */
record JdbiPersons(Sql sql, Pseudonyms pseudonyms, SecureRandom random, Clock clock) implements Persons {
    private static final int MOST_ROWS = 10_000;
    private static final String AS_OWNER = "(owner = :address OR LOWER(recipient) = :address)";

    /** What is told of which table. What opens doors, such as hashes of links, is told to nobody. */
    private static final Map<String, String> TOLD = new LinkedHashMap<>();

    static {
        TOLD.put("mail received", "* FROM journal_line WHERE recipient IN (:address, :pseudonym)");
        TOLD.put("mail sent", "* FROM journal_line WHERE sender_key IN (:address, :pseudonym)");
        TOLD.put("mail with the address in From", "* FROM journal_line WHERE author IN (:address, :pseudonym)");
        TOLD.put(
                "held mail",
                "m.receipt, m.sender, m.subject, m.score, m.category, m.reason, m.held_at, r.recipient, r.owner, r.state,"
                        + " r.changed_at FROM held_recipient r JOIN held_message m ON m.message_key = r.message_key"
                        + " WHERE r.owner = :address OR LOWER(r.recipient) = :address");
        TOLD.put("held mail to others", "receipt, subject, held_at FROM held_message WHERE LOWER(sender) = :address");
        TOLD.put(
                "release requests",
                "* FROM release_request WHERE LOWER(recipient) = :address OR requested_by = :address");
        TOLD.put("known to domains", "* FROM correspondent WHERE peer = :address");
        TOLD.put("opinions", "* FROM opinion WHERE recipient = :address OR LOWER(said_by) = :address");
        TOLD.put("digests", "* FROM digest_mail WHERE owner = :address");
        TOLD.put("visits", "role, name, begun_at, seen_at FROM web_session WHERE name = :address");
        TOLD.put("links", "kind, about, expires, used_at FROM link WHERE owner = :address");
        TOLD.put(
                "lessons",
                "taught_at, unwanted, source_kind, source_name, sender, subject FROM training_event"
                        + " WHERE LOWER(source_name) = :address OR LOWER(sender) = :address");
        TOLD.put("list entries", "* FROM list_entry WHERE pattern = :address");
        TOLD.put("settings", "* FROM user_setting WHERE local_part || '@' || domain = :address");
        TOLD.put("changes", "changed_at, what, text_before, text_after FROM audit_line WHERE LOWER(who) = :address");
    }

    @Override
    public Map<String, List<Map<String, Object>>> export(String address) {
        Map<String, List<Map<String, Object>>> told = new LinkedHashMap<>();
        sql.read(handle -> {
            TOLD.forEach((what, query) -> {
                List<Map<String, Object>> rows = rows(handle, query, lower(address));
                if (!rows.isEmpty()) {
                    told.put(what, rows);
                }
            });
            return told;
        });
        return told;
    }

    private List<Map<String, Object>> rows(Handle handle, String query, String address) {
        return handle.createQuery("SELECT " + query + " LIMIT " + MOST_ROWS)
                .bind("address", address)
                .bind("pseudonym", pseudonyms.ofAddress(address))
                .map((row, context) -> values(row))
                .list();
    }

    private static Map<String, Object> values(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String name = row.getMetaData().getColumnLabel(column).toLowerCase(Locale.ROOT);
            int type = row.getMetaData().getColumnType(column);
            // PostgreSQL calls it a time without a zone, which its driver would read in local time.
            boolean isTime = type == Types.TIMESTAMP_WITH_TIMEZONE || type == Types.TIMESTAMP;
            Object value = isTime ? row.getObject(column, OffsetDateTime.class) : row.getObject(column);
            if (value != null) {
                values.put(name, value.toString());
            }
        }
        return values;
    }

    @Override
    public Map<String, Long> erase(String address, Actor by) {
        String erased = lower(address);
        Map<String, Long> done = new LinkedHashMap<>();
        done.put("journal lines", new ErasedLines(sql, pseudonyms, random, clock).erase(erased));
        done.put("held mail", eraseHeld(erased));
        done.putAll(eraseRest(erased));
        done.values().removeIf(rows -> rows == 0);
        String subject = pseudonyms.ofAddress(erased);
        sql.write(handle -> {
            new AuditLines(clock).write(handle, by, "", "person erased", subject, done.toString(), "");
            return done;
        });
        return done;
    }

    // Content is removed by who removes the content of what expired; a message under legal hold stays.
    private long eraseHeld(String address) {
        List<String> keys = sql.read(handle -> handle.createQuery("SELECT DISTINCT r.message_key FROM held_recipient r"
                        + " JOIN held_message m ON m.message_key = r.message_key WHERE m.legal_hold = FALSE"
                        + " AND (r.owner = :address OR LOWER(r.recipient) = :address)")
                .bind("address", address)
                .mapTo(String.class)
                .list());
        keys.forEach(key -> sql.write(handle -> eraseHeld(handle, key, address)));
        return keys.size();
    }

    private static boolean eraseHeld(Handle handle, String key, String address) {
        execute(handle, "DELETE FROM held_recipient WHERE message_key = :key AND " + AS_OWNER, key, address);
        boolean left = handle.createQuery("SELECT COUNT(*) FROM held_recipient WHERE message_key = :key")
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!left) {
            HeldEnd.removeContent(handle, key);
            execute(handle, "DELETE FROM held_message WHERE message_key = :key", key, address);
        }
        return !left;
    }

    private static void execute(Handle handle, String statement, String key, String address) {
        handle.createUpdate(statement).bind("key", key).bind("address", address).execute();
    }

    private Map<String, Long> eraseRest(String address) {
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put(
                "release requests",
                "DELETE FROM release_request WHERE LOWER(recipient) = :address OR requested_by = :address");
        statements.put("known to domains", "DELETE FROM correspondent WHERE peer = :address");
        statements.put("opinions", "DELETE FROM opinion WHERE recipient = :address");
        statements.put(
                "opinions about others' mail", "UPDATE opinion SET said_by = '' WHERE LOWER(said_by) = :address");
        statements.put("digests", "DELETE FROM digest_mail WHERE owner = :address");
        statements.put("digest plans", "DELETE FROM digest_round WHERE scope = :address");
        statements.put("visits", "DELETE FROM web_session WHERE name = :address");
        statements.put("links", "DELETE FROM link WHERE owner = :address");
        statements.put(
                "lessons given", "UPDATE training_event SET source_name = '' WHERE LOWER(source_name) = :address");
        statements.put(
                "lessons about mail",
                "UPDATE training_event SET sender = '', subject = '' WHERE LOWER(sender) = :address");
        Map<String, Long> done = new LinkedHashMap<>();
        statements.forEach((what, statement) -> done.put(what, sql.write(handle ->
                (long) handle.createUpdate(statement).bind("address", address).execute())));
        return done;
    }

    private static String lower(String address) {
        return Texts.exact(address.strip().toLowerCase(Locale.ROOT));
    }
}
