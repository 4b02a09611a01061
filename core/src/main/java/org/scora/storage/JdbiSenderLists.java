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

final class JdbiSenderLists implements SenderLists {
    private static final int LONGEST_NOTE = 500;

    private final Sql sql;

    JdbiSenderLists(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<ListEntry> of(String domainName) {
        Optional<List<ListEntry>> entries = DomainNames.find(domainName)
                .map(name -> sql.read(handle -> handle.select("SELECT * FROM list_entry WHERE domain = ?", name)
                        .map((row, context) -> read(row))
                        .list()));
        // Sorted here: how PostgreSQL sorts depends on its locale.
        return entries.orElse(List.of()).stream()
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
        sql.write(handle -> {
            KnownDomain.require(handle, domain);
            delete(handle, entry.kind(), domain, pattern);
            return handle.createUpdate("INSERT INTO list_entry"
                            + " (domain, kind, pattern, even_unauthenticated, expires_at, note)"
                            + " VALUES (:domain, :kind, :pattern, :evenUnauthenticated, :expires, :note)")
                    .bind("domain", domain)
                    .bind("kind", entry.kind().name())
                    .bind("pattern", pattern)
                    .bind("evenUnauthenticated", entry.evenUnauthenticated())
                    .bindByType("expires", entry.expires().orElse(null), Instant.class)
                    .bind("note", Texts.bounded(entry.note(), LONGEST_NOTE))
                    .execute();
        });
    }

    @Override
    public boolean remove(ListEntry.Kind kind, String domainName, String pattern) {
        String written = Texts.exact(pattern.trim().toLowerCase(Locale.ROOT));
        String normalised = SenderPatterns.find(pattern).orElse(written);
        return DomainNames.find(domainName)
                .map(domain -> sql.write(handle -> delete(handle, kind, domain, normalised) > 0))
                .orElse(false);
    }

    private static int delete(Handle handle, ListEntry.Kind kind, String domain, String pattern) {
        return handle.execute(
                "DELETE FROM list_entry WHERE domain = ? AND kind = ? AND pattern = ?", domain, kind.name(), pattern);
    }
}
