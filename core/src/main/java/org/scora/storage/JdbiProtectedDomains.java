package org.scora.storage;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.scora.domain.DomainNames;
import org.scora.domain.DomainProperty;
import org.scora.domain.MailboxImport;
import org.scora.domain.MailboxNames;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Addresses;

/** Everything that is asked at RCPT is remembered. */
final class JdbiProtectedDomains implements ProtectedDomains {
    private static final String THE_DOMAIN = "the domain with all that is set";
    private static final int LONGEST_LOCAL_PART = 254;

    private final Store store;

    JdbiProtectedDomains(Store store) {
        this.store = store;
    }

    @Override
    public ProtectedDomains by(String who) {
        return new JdbiProtectedDomains(store.by(who));
    }

    @Override
    public Optional<ProtectedDomain> find(String domainName) {
        return DomainNames.find(domainName)
                .flatMap(name -> store.remembered(
                        Optional.class, "domain", name, "", () -> store.read(handle -> DomainRow.find(handle, name))));
    }

    @Override
    public List<ProtectedDomain> all() {
        List<ProtectedDomain> domains = store.read(handle -> handle.select("SELECT * FROM protected_domain")
                .map((row, context) -> DomainRow.read(row))
                .list());
        // Sorted here: how PostgreSQL sorts depends on its locale.
        return domains.stream()
                .sorted(Comparator.comparing(ProtectedDomain::name))
                .toList();
    }

    @Override
    public ProtectedDomain change(String domainName, Function<Optional<ProtectedDomain>, ProtectedDomain> change) {
        String name = DomainNames.parse(domainName);
        return store.write(handle -> {
            Optional<ProtectedDomain> before = DomainRow.findLocked(handle, name);
            ProtectedDomain after = change.apply(before);
            if (!before.equals(Optional.of(after))) {
                DomainRow.write(handle, after, before.isPresent());
                note(handle, before, after);
            }
            return after;
        });
    }

    private void note(Handle handle, Optional<ProtectedDomain> before, ProtectedDomain after) {
        if (before.isEmpty()) {
            store.author().notes(handle, after.name(), THE_DOMAIN, Optional.empty(), Optional.of(described(after)));
            return;
        }
        DomainProperty.ALL.forEach(property -> store.author()
                .notes(
                        handle,
                        after.name(),
                        property.name(),
                        before.map(property.reader()),
                        Optional.of(property.reader().apply(after))));
    }

    private static String described(ProtectedDomain domain) {
        return DomainProperty.ALL.stream()
                .map(property -> property.name() + ": " + property.reader().apply(domain))
                .collect(Collectors.joining("; "));
    }

    @Override
    public boolean remove(String domainName) {
        Optional<String> name = DomainNames.find(domainName);
        return name.isPresent() && store.write(handle -> remove(handle, name.get()));
    }

    private boolean remove(Handle handle, String name) {
        boolean removed = handle.execute("DELETE FROM protected_domain WHERE name = ?", name) > 0;
        if (removed) {
            store.author().notes(handle, name, THE_DOMAIN, Optional.of("protected"), Optional.empty());
        }
        return removed;
    }

    @Override
    public boolean hasMailbox(String domainName, String localPart) {
        return exists("mailbox", domainName, localPart);
    }

    @Override
    public List<String> mailboxes(String domainName) {
        return localParts("mailbox", domainName);
    }

    @Override
    public int addMailboxes(String domainName, Collection<String> localParts) {
        return (int) new JdbiMailboxLists(store)
                .bring(domainName, localParts, MailboxImport.ADD)
                .added();
    }

    @Override
    public boolean isExempt(String recipient) {
        Optional<String> domain = Addresses.domainOf(recipient);
        return domain.isPresent() && exists("exempt_recipient", domain.get(), Addresses.localPartOf(recipient));
    }

    @Override
    public List<String> exemptions(String domainName) {
        return localParts("exempt_recipient", domainName);
    }

    @Override
    public void setExempt(String recipient, boolean exempt) {
        String name = DomainNames.parse(Addresses.domainOf(recipient)
                .orElseThrow(() -> new IllegalArgumentException("'" + recipient + "' is not an address")));
        String localPart = MailboxNames.parse(Addresses.localPartOf(recipient), name);
        store.write(handle -> {
            Store.lock(handle, name);
            boolean before =
                    handle.execute("DELETE FROM exempt_recipient WHERE domain = ? AND local_part = ?", name, localPart)
                            > 0;
            if (exempt) {
                handle.execute("INSERT INTO exempt_recipient (domain, local_part) VALUES (?, ?)", name, localPart);
            }
            store.author().notes(handle, name, "exemption of " + localPart, word(before), word(exempt));
            return before;
        });
    }

    private static Optional<String> word(boolean exempt) {
        return Optional.of(exempt ? "exempt" : "filtered");
    }

    private List<String> localParts(String table, String domainName) {
        Optional<List<String>> found = DomainNames.find(domainName)
                .map(name -> store.read(
                        handle -> handle.select("SELECT local_part FROM " + table + " WHERE domain = ?", name)
                                .mapTo(String.class)
                                .list()));
        return found.orElse(List.of()).stream().sorted().toList();
    }

    private boolean exists(String table, String domainName, String localPart) {
        Optional<String> domain = DomainNames.find(domainName);
        if (domain.isEmpty() || localPart.length() > LONGEST_LOCAL_PART) {
            return false;
        }
        String question = "SELECT COUNT(*) FROM " + table + " WHERE domain = ? AND local_part = ?";
        String lowerCase = Texts.exact(localPart.toLowerCase(Locale.ROOT));
        return store.remembered(
                Boolean.class,
                table,
                domain.get(),
                lowerCase,
                () -> store.read(handle -> handle.select(question, domain.get(), lowerCase)
                                .mapTo(Integer.class)
                                .one()
                        > 0));
    }
}
