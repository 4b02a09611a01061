package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.domain.DomainNames;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;
import org.scora.policy.SenderPatterns;

/** Remembered as they are: each message asks for them. */
final class JdbiSenderLists implements SenderLists {
    private static final int LONGEST_NOTE = 500;

    private final Store store;

    JdbiSenderLists(Store store) {
        this.store = store;
    }

    @Override
    public SenderLists by(String who) {
        return new JdbiSenderLists(store.by(who));
    }

    @Override
    public List<ListEntry> of(String domainName) {
        return DomainNames.find(domainName)
                .<List<ListEntry>>map(name -> store.remembered(
                        List.class, "sender lists", name, "", () -> store.read(handle -> entries(handle, name))))
                .orElse(List.of());
    }

    // Sorted here: how PostgreSQL sorts depends on its locale.
    private static List<ListEntry> entries(Handle handle, String domain) {
        return handle
                .select("SELECT * FROM list_entry WHERE domain = ?", domain)
                .map((row, context) -> read(row))
                .stream()
                .sorted(Comparator.comparing(ListEntry::kind).thenComparing(ListEntry::pattern))
                .toList();
    }

    private static ListEntry read(ResultSet row) throws SQLException {
        return new ListEntry(
                ListEntry.Kind.valueOf(row.getString("kind")),
                row.getString("domain"),
                row.getString("pattern"),
                row.getBoolean("even_unauthenticated"),
                Instants.readOptional(row, "expires_at"),
                row.getString("note"));
    }

    @Override
    public void add(ListEntry entry) {
        String domain = DomainNames.parse(entry.domain());
        String pattern = SenderPatterns.parse(entry.pattern());
        store.write(handle -> {
            Store.lock(handle, domain);
            Optional<ListEntry> before = stored(handle, entry.kind(), domain, pattern);
            delete(handle, entry.kind(), domain, pattern);
            handle.createUpdate("INSERT INTO list_entry"
                            + " (domain, kind, pattern, even_unauthenticated, expires_at, note)"
                            + " VALUES (:domain, :kind, :pattern, :evenUnauthenticated, :expires, :note)")
                    .bind("domain", domain)
                    .bind("kind", entry.kind().name())
                    .bind("pattern", pattern)
                    .bind("evenUnauthenticated", entry.evenUnauthenticated())
                    .bindByType("expires", entry.expires().orElse(null), Instant.class)
                    .bind("note", Texts.bounded(entry.note(), LONGEST_NOTE))
                    .execute();
            note(handle, entry.kind(), domain, pattern, before);
            return before;
        });
    }

    private void note(Handle handle, ListEntry.Kind kind, String domain, String pattern, Optional<ListEntry> before) {
        Optional<ListEntry> after = stored(handle, kind, domain, pattern);
        JdbiListChanges.note(handle, store.author(), kind, domain, pattern, before, after);
        store.author()
                .notes(
                        handle,
                        domain,
                        what(kind, pattern),
                        before.map(JdbiSenderLists::described),
                        after.map(JdbiSenderLists::described));
    }

    private static String what(ListEntry.Kind kind, String pattern) {
        return kind.name().toLowerCase(Locale.ROOT) + "list entry " + pattern;
    }

    private static Optional<ListEntry> stored(Handle handle, ListEntry.Kind kind, String domain, String pattern) {
        return handle.select(
                        "SELECT * FROM list_entry WHERE domain = ? AND kind = ? AND pattern = ?",
                        domain,
                        kind.name(),
                        pattern)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static String described(ListEntry entry) {
        boolean anybody = entry.kind() == ListEntry.Kind.BLOCK || entry.evenUnauthenticated();
        String until = entry.expires().map(end -> ", until " + end).orElse("");
        String note = entry.note().isEmpty() ? "" : ", note: " + entry.note();
        return (anybody ? "for anybody of that name" : "for proven senders") + until + note;
    }

    @Override
    public boolean remove(ListEntry.Kind kind, String domainName, String pattern) {
        String written = Texts.exact(pattern.trim().toLowerCase(Locale.ROOT));
        String normalised = SenderPatterns.find(pattern).orElse(written);
        return DomainNames.find(domainName)
                .map(domain -> store.write(handle -> remove(handle, kind, domain, normalised)))
                .orElse(false);
    }

    private boolean remove(Handle handle, ListEntry.Kind kind, String domain, String pattern) {
        Optional<ListEntry> before = stored(handle, kind, domain, pattern);
        boolean removed = delete(handle, kind, domain, pattern) > 0;
        note(handle, kind, domain, pattern, before);
        return removed;
    }

    private static int delete(Handle handle, ListEntry.Kind kind, String domain, String pattern) {
        return handle.execute(
                "DELETE FROM list_entry WHERE domain = ? AND kind = ? AND pattern = ?", domain, kind.name(), pattern);
    }
}
