package org.scora.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.scora.domain.DomainNames;
import org.scora.domain.DomainProperty;
import org.scora.domain.DomainState;
import org.scora.domain.MailboxDifference;
import org.scora.domain.MailboxImport;
import org.scora.domain.ProfileNames;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.domain.SettingScope.OfUser;
import org.scora.policy.ListEntry;

/**
 * Brings what is stored in line with a file. Each difference is told, and done unless this is a dry run; what is the same
 * is not touched, so that a second run does nothing. Domains and profiles that are not in the file stay.
 */
final class SettingsImport {
    private final Stores stores;
    private final boolean dryRun;
    private final boolean force;
    private final Consumer<ProtectedDomain> routeCheck;
    private final List<Difference> differences = new ArrayList<>();

    /** @param routeCheck throws IllegalArgumentException for a route that leads nowhere good */
    SettingsImport(Stores stores, boolean dryRun, boolean force, Consumer<ProtectedDomain> routeCheck) {
        this.stores = stores;
        this.dryRun = dryRun;
        this.force = force;
        this.routeCheck = routeCheck;
    }

    List<Difference> bring(SettingsText text) {
        text.profiles().forEach((name, settings) -> {
            OfProfile scope = new OfProfile(ProfileNames.parse(name));
            if (!stores.settings().profiles().contains(scope.profile())) {
                differs(
                        scope.toString(),
                        "the profile",
                        "",
                        "added",
                        () -> stores.settings().addProfile(name));
            }
            bring(scope, settings);
        });
        text.domains().forEach(this::bring);
        return differences;
    }

    private void differs(String where, String what, String before, String after, Runnable change) {
        if (!before.equals(after)) {
            differences.add(new Difference(where, what, before, after));
            if (!dryRun) {
                change.run();
            }
        }
    }

    private void bring(SettingScope scope, Map<String, String> wanted) {
        Map<String, String> stored = stores.settings().in(scope);
        Set<String> names = new TreeSet<>(stored.keySet());
        names.addAll(wanted.keySet());
        names.forEach(name -> differs(
                scope.toString(),
                name,
                stored.getOrDefault(name, ""),
                wanted.getOrDefault(name, ""),
                () -> stores.settings().set(scope, name, Optional.ofNullable(wanted.get(name)))));
    }

    private void bring(String written, DomainText text) {
        String name = DomainNames.parse(written);
        String where = new OfDomain(name).toString();
        bringProperties(name, where, text.properties());
        text.settings().ifPresent(settings -> bring(new OfDomain(name), settings));
        text.mailboxes().ifPresent(mailboxes -> bringMailboxes(name, where, mailboxes));
        text.aliases().ifPresent(aliases -> bringAliases(name, where, aliases));
        text.exempt().ifPresent(exempt -> bringExemptions(name, where, exempt));
        ListsImport lists = new ListsImport(stores.lists(), this::differs);
        text.allow().ifPresent(entries -> lists.ofDomain(name, where, ListEntry.Kind.ALLOW, entries));
        text.block().ifPresent(entries -> lists.ofDomain(name, where, ListEntry.Kind.BLOCK, entries));
        text.lists().ifPresent(users -> lists.ofUsers(name, users));
        text.users().ifPresent(users -> {
            Set<String> all = new TreeSet<>(stores.settings().usersOf(name));
            all.addAll(users.keySet());
            all.forEach(user -> bring(
                    new OfUser(name, user),
                    Optional.<Map<String, String>>ofNullable(users.get(user)).orElse(Map.of())));
        });
    }

    private void bringProperties(String name, String where, Map<String, String> wanted) {
        Optional<ProtectedDomain> stored = stores.domains().find(name);
        ProtectedDomain after = with(stored.orElseGet(() -> unset(name, wanted)), wanted);
        routeCheck.accept(after);
        if (stored.isEmpty()) {
            differs(
                    where,
                    "the domain",
                    "",
                    String.join(", ", DomainText.properties(after).values()),
                    () -> stores.domains().save(after));
            return;
        }
        Map<String, String> before = DomainText.properties(stored.get());
        DomainText.properties(after)
                .forEach((key, value) -> differs(
                        where,
                        key,
                        before.getOrDefault(key, ""),
                        value,
                        () -> stores.domains().change(name, now -> with(now.orElse(after), Map.of(key, value)))));
    }

    private static ProtectedDomain unset(String name, Map<String, String> wanted) {
        String route = Optional.ofNullable(wanted.get("route"))
                .orElseThrow(() -> new IllegalArgumentException(name + " is new and has no route"));
        ProtectedDomain bare = new ProtectedDomain(
                name,
                DomainState.ACTIVE,
                List.of(new org.scora.domain.RouteHost("localhost", 25, 0)),
                RecipientPolicy.LISTED,
                List.of());
        return with(bare, Map.of("route", route));
    }

    private static ProtectedDomain with(ProtectedDomain domain, Map<String, String> properties) {
        ProtectedDomain changed = domain;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            changed = DomainProperty.named(property.getKey())
                    .orElseThrow()
                    .writer()
                    .apply(changed, property.getValue());
        }
        return changed;
    }

    private void bringMailboxes(String name, String where, List<String> mailboxes) {
        if (isNew(name)) {
            differs(where, "mailboxes", "", mailboxes.isEmpty() ? "" : mailboxes.size() + " added", () -> {});
            return;
        }
        MailboxImport how = new MailboxImport(true, force, dryRun);
        MailboxDifference difference = stores.mailboxes().bring(name, mailboxes, how);
        if (difference.empties() && !force) {
            throw new IllegalArgumentException("mailboxes of " + name + ": " + difference.removed() + " of "
                    + difference.before() + " would be removed; if that is meant, add --force");
        }
        differs(
                where,
                "mailboxes",
                difference.removed() == 0 ? "" : difference.removed() + " removed",
                difference.added() == 0 ? "" : difference.added() + " added",
                () -> {});
    }

    // In a dry run, a domain that the file adds is not there yet.
    private boolean isNew(String name) {
        return dryRun && stores.domains().find(name).isEmpty();
    }

    private void bringAliases(String name, String where, Map<String, List<String>> wanted) {
        Map<String, List<String>> stored =
                isNew(name) ? Map.of() : stores.aliases().of(name);
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        wanted.forEach((alias, mailboxes) ->
                sorted.put(alias, mailboxes.stream().sorted().toList()));
        // Those that go first, so that what they led to may become an alias.
        Set<String> names = new TreeSet<>(stored.keySet());
        names.removeAll(sorted.keySet());
        List<String> inOrder = new ArrayList<>(names);
        inOrder.addAll(sorted.keySet());
        inOrder.forEach(alias -> differs(
                where,
                "alias " + alias,
                String.join(", ", stored.getOrDefault(alias, List.of())),
                String.join(", ", sorted.getOrDefault(alias, List.of())),
                () -> stores.aliases().set(name, alias, sorted.getOrDefault(alias, List.of()))));
    }

    private void bringExemptions(String name, String where, List<String> wanted) {
        Set<String> exempt = new HashSet<>(wanted);
        Set<String> stored = new HashSet<>(stores.domains().exemptions(name));
        Set<String> all = new TreeSet<>(stored);
        all.addAll(exempt);
        all.forEach(localPart -> differs(
                where,
                "exemption of " + localPart,
                stored.contains(localPart) ? "exempt" : "",
                exempt.contains(localPart) ? "exempt" : "",
                () -> stores.domains().setExempt(localPart + "@" + name, exempt.contains(localPart))));
    }
}
