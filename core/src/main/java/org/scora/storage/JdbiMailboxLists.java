package org.scora.storage;

import com.google.common.collect.Iterables;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxDifference;
import org.scora.domain.MailboxImport;
import org.scora.domain.MailboxLists;
import org.scora.domain.MailboxNames;

final class JdbiMailboxLists implements MailboxLists {
    private static final int MOST_SHOWN = 20;

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
        return store.read(handle -> MailboxChanges.count(handle, name));
    }

    @Override
    public List<String> after(String domainName, String localPart, int most) {
        String name = DomainNames.parse(domainName);
        return store.read(handle -> MailboxPages.after(handle, name, localPart, most));
    }

    @Override
    public MailboxDifference bring(String domainName, Iterable<String> localParts, MailboxImport how) {
        String name = DomainNames.parse(domainName);
        Iterable<String> parsed = Iterables.transform(localParts, written -> MailboxNames.parse(written, name));
        try (SortedNames sorted = SortedNames.of(parsed)) {
            return how.dryRun()
                    ? store.readLong(handle -> plan(handle, name, sorted, how))
                    : store.write(handle -> bring(handle, name, sorted, how));
        }
    }

    private static MailboxDifference plan(Handle handle, String domain, SortedNames names, MailboxImport how) {
        KnownDomain.require(handle, domain);
        return new MailboxChanges(handle, domain, names, how.replace()).plan();
    }

    private MailboxDifference bring(Handle handle, String domain, SortedNames names, MailboxImport how) {
        Store.lock(handle, domain);
        MailboxChanges changes = new MailboxChanges(handle, domain, names, how.replace());
        MailboxDifference difference = changes.plan();
        if (difference.empties() && !how.force()) {
            return difference;
        }
        changes.apply();
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
