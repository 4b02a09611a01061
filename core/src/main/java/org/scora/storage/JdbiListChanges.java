package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.scora.message.Json;
import org.scora.policy.ListChanges;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;

final class JdbiListChanges implements ListChanges {
    private static final int LONGEST_NAME = 320;

    private final Sql sql;
    private final SenderLists lists;

    JdbiListChanges(Sql sql, SenderLists lists) {
        this.sql = sql;
        this.lists = lists;
    }

    /** Notes a change within its transaction. */
    static void note(
            Handle handle, Author author, ListEntry entry, Optional<ListEntry> before, Optional<ListEntry> after) {
        if (before.equals(after)) {
            return;
        }
        handle.createUpdate("INSERT INTO list_change"
                        + " (changed_at, who, domain, mailbox, kind, pattern, entry_before, entry_after)"
                        + " VALUES (:at, :who, :domain, :mailbox, :kind, :pattern, :before, :after)")
                .bindByType("at", author.clock().instant(), Instant.class)
                .bind("who", Texts.bounded(author.who(), LONGEST_NAME))
                .bind("domain", entry.domain())
                .bind("mailbox", entry.mailbox())
                .bind("kind", entry.kind().name())
                .bind("pattern", entry.pattern())
                .bind("before", before.map(Json::write))
                .bind("after", after.map(Json::write))
                .execute();
    }

    @Override
    public List<ListChange> newest(Optional<String> domain, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM list_change"
                        + (domain.isPresent() ? " WHERE domain = :domain" : "") + " ORDER BY id DESC LIMIT :limit")
                .bindMap(domain.map(name -> Map.of("domain", name)).orElse(Map.of()))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public List<ListChange> newestOfUser(String domain, String mailbox, int limit) {
        return sql.read(handle -> handle.createQuery("SELECT * FROM list_change"
                        + " WHERE domain = :domain AND mailbox = :mailbox ORDER BY id DESC LIMIT :limit")
                .bind("domain", Texts.exact(domain.toLowerCase(Locale.ROOT)))
                .bind("mailbox", Texts.exact(mailbox.toLowerCase(Locale.ROOT)))
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public ListChange undo(long id, String who) {
        ListChange change = sql.read(handle -> handle.select("SELECT * FROM list_change WHERE id = ?", id)
                        .map((row, context) -> read(row))
                        .findOne())
                .orElseThrow(() -> new IllegalArgumentException("there is no change " + id));
        Optional<ListEntry> now = entries(change).stream()
                .filter(entry ->
                        entry.kind() == change.kind() && entry.pattern().equals(change.pattern()))
                .findFirst();
        if (!now.equals(change.after())) {
            throw new IllegalArgumentException(
                    "the entry " + change.pattern() + " was changed again since, so change " + id + " is not undone");
        }
        SenderLists changing = lists.by(who);
        change.before().ifPresentOrElse(changing::add, () -> remove(changing, change));
        return change;
    }

    private List<ListEntry> entries(ListChange change) {
        return change.mailbox()
                .map(mailbox -> lists.ofUser(change.domain(), mailbox))
                .orElseGet(() -> lists.of(change.domain()));
    }

    private static boolean remove(SenderLists changing, ListChange change) {
        return change.mailbox()
                .map(mailbox -> changing.removeOfUser(change.kind(), change.domain(), mailbox, change.pattern()))
                .orElseGet(() -> changing.remove(change.kind(), change.domain(), change.pattern()));
    }

    private static ListChange read(ResultSet row) throws SQLException {
        return new ListChange(
                row.getLong("id"),
                Instants.read(row, "changed_at"),
                row.getString("who"),
                ListEntry.Kind.valueOf(row.getString("kind")),
                row.getString("domain"),
                Optional.ofNullable(row.getString("mailbox")),
                row.getString("pattern"),
                entry(row.getString("entry_before")),
                entry(row.getString("entry_after")));
    }

    private static Optional<ListEntry> entry(@Nullable String json) {
        return Optional.ofNullable(json).map(text -> Json.read(text, ListEntry.class));
    }
}
