package org.scora.storage;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.scora.domain.Aliases;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxNames;

final class JdbiAliases implements Aliases {
    private static final int LONGEST_LOCAL_PART = 254;
    private static final int MOST_MAILBOXES = 100;

    private final Store store;

    JdbiAliases(Store store) {
        this.store = store;
    }

    @Override
    public Aliases by(String who) {
        return new JdbiAliases(store.by(who));
    }

    @Override
    public List<String> mailboxesOf(String domainName, String alias) {
        Optional<String> domain = DomainNames.find(domainName);
        if (domain.isEmpty() || alias.length() > LONGEST_LOCAL_PART) {
            return List.of();
        }
        String lowerCase = Texts.exact(alias.toLowerCase(Locale.ROOT));
        return store.remembered(
                List.class,
                "alias",
                domain.get(),
                lowerCase,
                () -> store.read(handle -> mailboxes(handle, domain.get(), lowerCase)));
    }

    private static List<String> mailboxes(Handle handle, String domain, String alias) {
        return handle
                .select("SELECT mailbox FROM alias WHERE domain = ? AND local_part = ?", domain, alias)
                .mapTo(String.class)
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public Map<String, List<String>> of(String domainName) {
        String domain = DomainNames.parse(domainName);
        Map<String, List<String>> aliases = new TreeMap<>();
        store
                .read(handle -> handle.select("SELECT local_part, mailbox FROM alias WHERE domain = ?", domain)
                        .map((row, context) -> Map.entry(row.getString("local_part"), row.getString("mailbox")))
                        .list())
                .stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .forEach(aliases::put);
        return aliases;
    }

    @Override
    public void set(String domainName, String alias, Collection<String> mailboxes) {
        String domain = DomainNames.parse(domainName);
        String localPart = MailboxNames.parse(alias, domain);
        List<String> wanted = mailboxes.stream()
                .map(mailbox -> MailboxNames.parse(mailbox, domain))
                .distinct()
                .sorted()
                .toList();
        store.write(handle -> {
            Store.lock(handle, domain);
            check(handle, domain, localPart, wanted);
            List<String> before = mailboxes(handle, domain, localPart);
            handle.execute("DELETE FROM alias WHERE domain = ? AND local_part = ?", domain, localPart);
            wanted.forEach(mailbox -> handle.execute(
                    "INSERT INTO alias (domain, local_part, mailbox) VALUES (?, ?, ?)", domain, localPart, mailbox));
            store.author().notes(handle, domain, "alias " + localPart, text(before), text(wanted));
            return wanted;
        });
    }

    private static Optional<String> text(List<String> mailboxes) {
        return mailboxes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", mailboxes));
    }

    // One step only: then no chain can go round in circles.
    private static void check(Handle handle, String domain, String alias, List<String> mailboxes) {
        if (mailboxes.size() > MOST_MAILBOXES) {
            throw new IllegalArgumentException("an alias leads to at most " + MOST_MAILBOXES + " mailboxes");
        }
        if (mailboxes.contains(alias)) {
            throw new IllegalArgumentException("the alias " + alias + " would lead to itself");
        }
        mailboxes.stream()
                .filter(mailbox -> !mailboxes(handle, domain, mailbox).isEmpty())
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException(other + " is an alias itself; name the mailbox it leads to");
                });
        boolean isTarget = handle.select("SELECT COUNT(*) FROM alias WHERE domain = ? AND mailbox = ?", domain, alias)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (isTarget && !mailboxes.isEmpty()) {
            throw new IllegalArgumentException("other aliases lead to " + alias + ", so it can not be one itself");
        }
    }
}
