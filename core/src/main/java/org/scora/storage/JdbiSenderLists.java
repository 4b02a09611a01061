package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxNames;
import org.scora.policy.ListEntry;
import org.scora.policy.SenderLists;
import org.scora.policy.SenderPatterns;

/** Remembered as they are: each message asks for them. */
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

    /** Where the entries of a list stand. */
    private record Place(String table, String condition, Map<String, String> keys) {
        static Place of(String domain, Optional<String> mailbox) {
            return mailbox.map(name -> new Place(
                            "user_list_entry",
                            "domain = :domain AND local_part = :mailbox",
                            Map.of("domain", domain, "mailbox", name)))
                    .orElseGet(() -> new Place("list_entry", "domain = :domain", Map.of("domain", domain)));
        }
    }

    @Override
    public List<ListEntry> of(String domainName) {
        return DomainNames.find(domainName)
                .map(name -> remembered(name, Optional.empty()))
                .orElse(List.of());
    }

    @Override
    public List<ListEntry> ofUser(String domainName, String mailbox) {
        return DomainNames.find(domainName)
                .map(name -> remembered(name, Optional.of(Texts.exact(mailbox.toLowerCase(Locale.ROOT)))))
                .orElse(List.of());
    }

    @Override
    public List<String> usersOf(String domainName) {
        String domain = DomainNames.parse(domainName);
        return store.read(
                handle -> handle
                        .select("SELECT DISTINCT local_part FROM user_list_entry WHERE domain = ?", domain)
                        .mapTo(String.class)
                        .stream()
                        .sorted()
                        .toList());
    }

    private List<ListEntry> remembered(String domain, Optional<String> mailbox) {
        Place place = Place.of(domain, mailbox);
        return store.remembered(
                List.class,
                place.table(),
                domain,
                mailbox.orElse(""),
                () -> store.read(handle -> entries(handle, place)));
    }

    // Sorted here: how PostgreSQL sorts depends on its locale.
    private static List<ListEntry> entries(Handle handle, Place place) {
        return handle
                .createQuery("SELECT * FROM " + place.table() + " WHERE " + place.condition())
                .bindMap(place.keys())
                .map((row, context) -> read(row, place))
                .stream()
                .sorted(Comparator.comparing(ListEntry::kind).thenComparing(ListEntry::pattern))
                .toList();
    }

    private static ListEntry read(ResultSet row, Place place) throws SQLException {
        Optional<String> mailbox = Optional.ofNullable(place.keys().get("mailbox"));
        return new ListEntry(
                ListEntry.Kind.valueOf(row.getString("kind")),
                row.getString("domain"),
                row.getString("pattern"),
                mailbox.isEmpty() && row.getBoolean("even_unauthenticated"),
                Instants.readOptional(row, "expires_at"),
                row.getString("note"),
                mailbox);
    }

    @Override
    public void add(ListEntry written) {
        String domain = DomainNames.parse(written.domain());
        Optional<String> mailbox = written.mailbox().map(name -> MailboxNames.parse(name, domain));
        ListEntry entry = new ListEntry(
                written.kind(),
                domain,
                SenderPatterns.parse(written.pattern()),
                written.evenUnauthenticated() && mailbox.isEmpty(),
                written.expires(),
                written.note(),
                mailbox);
        store.write(handle -> {
            Store.lock(handle, domain);
            Place place = Place.of(domain, mailbox);
            if (mailbox.isPresent()) {
                remove(handle, place, other(entry.kind()), entry.pattern());
                makeRoom(handle, place, entry);
            }
            Optional<ListEntry> before = stored(handle, place, entry.kind(), entry.pattern());
            delete(handle, place, entry.kind(), entry.pattern());
            insert(handle, place, entry);
            note(handle, place, entry.kind(), entry.pattern(), before);
            return before;
        });
    }

    private static ListEntry.Kind other(ListEntry.Kind kind) {
        return kind == ListEntry.Kind.ALLOW ? ListEntry.Kind.BLOCK : ListEntry.Kind.ALLOW;
    }

    /** What is over goes first. */
    private void makeRoom(Handle handle, Place place, ListEntry entry) {
        List<ListEntry> others = entries(handle, place).stream()
                .filter(one -> one.kind() != entry.kind() || !one.pattern().equals(entry.pattern()))
                .toList();
        if (others.size() < MOST_OF_USER) {
            return;
        }
        Instant now = store.author().clock().instant();
        List<ListEntry> over = others.stream()
                .filter(one -> one.expires().filter(end -> !end.isAfter(now)).isPresent())
                .toList();
        over.forEach(one -> remove(handle, place, one.kind(), one.pattern()));
        if (others.size() - over.size() >= MOST_OF_USER) {
            throw new IllegalArgumentException("the lists of " + entry.listOf() + " have " + MOST_OF_USER
                    + " entries, which is as many as there may be; remove some first");
        }
    }

    private static void insert(Handle handle, Place place, ListEntry entry) {
        boolean ofDomain = entry.mailbox().isEmpty();
        Update update = handle.createUpdate("INSERT INTO " + place.table() + " (domain, "
                        + (ofDomain ? "even_unauthenticated" : "local_part") + ", kind, pattern, expires_at, note)"
                        + " VALUES (:domain, " + (ofDomain ? ":evenUnauthenticated" : ":mailbox")
                        + ", :kind, :pattern, :expires, :note)")
                .bindMap(place.keys())
                .bind("kind", entry.kind().name())
                .bind("pattern", entry.pattern())
                .bindByType("expires", entry.expires().orElse(null), Instant.class)
                .bind("note", Texts.bounded(entry.note(), LONGEST_NOTE));
        (ofDomain ? update.bind("evenUnauthenticated", entry.evenUnauthenticated()) : update).execute();
    }

    private void note(Handle handle, Place place, ListEntry.Kind kind, String pattern, Optional<ListEntry> before) {
        Optional<ListEntry> after = stored(handle, place, kind, pattern);
        before.or(() -> after).ifPresent(entry -> {
            JdbiListChanges.note(handle, store.author(), entry, before, after);
            store.author()
                    .notes(
                            handle,
                            entry.domain(),
                            what(entry),
                            before.map(JdbiSenderLists::described),
                            after.map(JdbiSenderLists::described));
        });
    }

    private static String what(ListEntry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT) + "list entry " + entry.pattern()
                + entry.mailbox().map(name -> " of user " + name).orElse("");
    }

    private static Optional<ListEntry> stored(Handle handle, Place place, ListEntry.Kind kind, String pattern) {
        return handle.createQuery("SELECT * FROM " + place.table() + " WHERE " + place.condition()
                        + " AND kind = :kind AND pattern = :pattern")
                .bindMap(place.keys())
                .bind("kind", kind.name())
                .bind("pattern", pattern)
                .map((row, context) -> read(row, place))
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
        return removeWritten(kind, domainName, Optional.empty(), pattern);
    }

    @Override
    public boolean removeOfUser(ListEntry.Kind kind, String domainName, String mailbox, String pattern) {
        return removeWritten(kind, domainName, Optional.of(Texts.exact(mailbox.toLowerCase(Locale.ROOT))), pattern);
    }

    private boolean removeWritten(ListEntry.Kind kind, String domainName, Optional<String> mailbox, String pattern) {
        String written = Texts.exact(pattern.trim().toLowerCase(Locale.ROOT));
        String normalised = SenderPatterns.find(pattern).orElse(written);
        return DomainNames.find(domainName)
                .map(domain -> store.write(handle -> remove(handle, Place.of(domain, mailbox), kind, normalised)))
                .orElse(false);
    }

    private boolean remove(Handle handle, Place place, ListEntry.Kind kind, String pattern) {
        Optional<ListEntry> before = stored(handle, place, kind, pattern);
        boolean removed = delete(handle, place, kind, pattern) > 0;
        note(handle, place, kind, pattern, before);
        return removed;
    }

    private static int delete(Handle handle, Place place, ListEntry.Kind kind, String pattern) {
        return handle.createUpdate("DELETE FROM " + place.table() + " WHERE " + place.condition()
                        + " AND kind = :kind AND pattern = :pattern")
                .bindMap(place.keys())
                .bind("kind", kind.name())
                .bind("pattern", pattern)
                .execute();
    }
}
