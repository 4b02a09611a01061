package org.scora.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxDifference;
import org.scora.domain.MailboxImport;
import org.scora.domain.MailboxLists;
import org.scora.domain.MailboxNames;

/** Lists are compared in the database, so that one of a million names needs no memory here. */
final class JdbiMailboxLists implements MailboxLists {
    private static final int ROWS_AT_ONCE = 1000;
    private static final int MOST_SHOWN = 20;

    private static final String ADDED = " FROM mailbox_import i WHERE NOT EXISTS"
            + " (SELECT 1 FROM mailbox m WHERE m.domain = :domain AND m.local_part = i.local_part)";
    private static final String REMOVED = " FROM mailbox WHERE domain = :domain AND NOT EXISTS"
            + " (SELECT 1 FROM mailbox_import i WHERE i.local_part = mailbox.local_part)";

    private final Store store;

    JdbiMailboxLists(Store store) {
        this.store = store;
    }

    @Override
    public MailboxLists by(String who) {
        return new JdbiMailboxLists(store.by(who));
    }

    @Override
    public long count(String domainName) {
        String name = DomainNames.parse(domainName);
        return store.read(handle -> count(handle, name, " FROM mailbox WHERE domain = :domain", "*"));
    }

    @Override
    public List<String> after(String domainName, String localPart, int most) {
        String name = DomainNames.parse(domainName);
        return store.read(handle -> handle.createQuery("SELECT local_part FROM mailbox WHERE domain = :domain"
                        + " AND local_part > :after ORDER BY local_part LIMIT :most")
                .bind("domain", name)
                .bind("after", localPart)
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    @Override
    public MailboxDifference bring(String domainName, Iterable<String> localParts, MailboxImport how) {
        String name = DomainNames.parse(domainName);
        return store.write(handle -> {
            Store.lock(handle, name);
            stage(handle, name, localParts);
            MailboxDifference difference = difference(handle, name, how.replace());
            boolean refused = difference.empties() && how.replace() && !how.force();
            MailboxDifference result = how.dryRun() || refused ? difference : apply(handle, name, difference);
            handle.execute("DELETE FROM mailbox_import");
            return result;
        });
    }

    private static void stage(Handle handle, String domain, Iterable<String> localParts) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO mailbox_import (local_part) VALUES (:localPart)");
        for (String localPart : localParts) {
            batch.bind("localPart", MailboxNames.parse(localPart, domain)).add();
            if (batch.size() >= ROWS_AT_ONCE) {
                batch.execute();
            }
        }
        batch.execute();
    }

    private static MailboxDifference difference(Handle handle, String domain, boolean replace) {
        return new MailboxDifference(
                count(handle, domain, " FROM mailbox WHERE domain = :domain", "*"),
                count(handle, domain, ADDED, "DISTINCT local_part"),
                replace ? count(handle, domain, REMOVED, "*") : 0,
                first(handle, domain, ADDED),
                replace ? first(handle, domain, REMOVED) : List.of(),
                false);
    }

    private static long count(Handle handle, String domain, String rows, String what) {
        return handle.createQuery("SELECT COUNT(" + what + ")" + rows)
                .bind("domain", domain)
                .mapTo(Long.class)
                .one();
    }

    private static List<String> first(Handle handle, String domain, String rows) {
        return handle
                .createQuery("SELECT DISTINCT local_part" + rows + " ORDER BY local_part LIMIT " + MOST_SHOWN)
                .bind("domain", domain)
                .mapTo(String.class)
                .stream()
                .sorted()
                .toList();
    }

    private MailboxDifference apply(Handle handle, String domain, MailboxDifference difference) {
        if (difference.removed() > 0) {
            handle.createUpdate("DELETE" + REMOVED).bind("domain", domain).execute();
        }
        handle.createUpdate("INSERT INTO mailbox (domain, local_part) SELECT DISTINCT CAST(:domain AS VARCHAR),"
                        + " local_part" + ADDED)
                .bind("domain", domain)
                .execute();
        note(handle, domain, difference);
        return difference.done();
    }

    private void note(Handle handle, String domain, MailboxDifference difference) {
        store.author()
                .notes(
                        handle,
                        domain,
                        "mailboxes",
                        listed("removed", difference.removed(), difference.someRemoved()),
                        listed("added", difference.added(), difference.someAdded()));
    }

    private static Optional<String> listed(String what, long number, List<String> some) {
        if (number == 0) {
            return Optional.empty();
        }
        String more = number > some.size() ? " and " + (number - some.size()) + " more" : "";
        return Optional.of(what + " " + String.join(", ", some) + more);
    }

    @Override
    public int remove(String domainName, Collection<String> localParts) {
        String name = DomainNames.parse(domainName);
        List<String> unwanted = localParts.stream()
                .map(localPart -> MailboxNames.parse(localPart, name))
                .distinct()
                .sorted()
                .toList();
        return store.write(handle -> {
            Store.lock(handle, name);
            List<String> removed = unwanted.stream()
                    .filter(localPart ->
                            handle.execute("DELETE FROM mailbox WHERE domain = ? AND local_part = ?", name, localPart)
                                    > 0)
                    .toList();
            Optional<String> before =
                    listed("removed", removed.size(), removed.subList(0, Math.min(MOST_SHOWN, removed.size())));
            store.author().notes(handle, name, "mailboxes", before, Optional.empty());
            return removed.size();
        });
    }
}
