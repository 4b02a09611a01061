package org.scora.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.scora.domain.DomainNames;
import org.scora.domain.MailboxNames;
import org.scora.domain.ProfileNames;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.domain.SettingScope.OfUser;
import org.scora.domain.StoredSettings;

final class JdbiStoredSettings implements StoredSettings {
    private final Store store;

    JdbiStoredSettings(Store store) {
        this.store = store;
    }

    /** In which table, and under which keys, the settings of a scope stand. */
    private record Place(String table, String keys, String first, String second) {

        static Place of(SettingScope scope) {
            if (scope instanceof OfProfile profile) {
                return new Place("profile_setting", "profile = :first", profile.profile(), "");
            }
            if (scope instanceof OfDomain domain) {
                return new Place("domain_setting", "domain = :first", domain.domain(), "");
            }
            OfUser user = (OfUser) scope;
            return new Place(
                    "user_setting", "domain = :first AND local_part = :second", user.domain(), user.localPart());
        }

        Map<String, String> bindings() {
            return second.isEmpty() ? Map.of("first", first) : Map.of("first", first, "second", second);
        }

        String insert() {
            return switch (table) {
                case "profile_setting" ->
                    "INSERT INTO profile_setting (profile, name, setting)" + " VALUES (:first, :name, :setting)";
                case "domain_setting" ->
                    "INSERT INTO domain_setting (domain, name, setting)" + " VALUES (:first, :name, :setting)";
                default ->
                    "INSERT INTO user_setting (domain, local_part, name, setting)"
                            + " VALUES (:first, :second, :name, :setting)";
            };
        }
    }

    @Override
    public StoredSettings by(String who) {
        return new JdbiStoredSettings(store.by(who));
    }

    @Override
    public List<String> profiles() {
        return store.read(ProfileRow::all);
    }

    @Override
    public boolean addProfile(String name) {
        String profile = ProfileNames.parse(name);
        return store.write(handle -> {
            boolean isNew = !ProfileRow.all(handle).contains(profile);
            if (isNew) {
                handle.execute("INSERT INTO profile (name) VALUES (?)", profile);
                store.author().notes(handle, null, "profile " + profile, Optional.empty(), Optional.of("added"));
            }
            return isNew;
        });
    }

    @Override
    public boolean removeProfile(String name) {
        String profile = ProfileNames.parse(name);
        return store.write(handle -> {
            checkUnused(handle, profile);
            boolean removed = handle.execute("DELETE FROM profile WHERE name = ?", profile) > 0;
            if (removed) {
                store.author().notes(handle, null, "profile " + profile, Optional.of("there"), Optional.empty());
            }
            return removed;
        });
    }

    private static void checkUnused(Handle handle, String profile) {
        if (profile.equals(ProtectedDomain.DEFAULT_PROFILE)) {
            throw new IllegalArgumentException("the default profile stays: domains without another one use it");
        }
        List<String> users = handle.select("SELECT name FROM protected_domain WHERE profile = ?", profile)
                .mapTo(String.class)
                .list();
        if (!users.isEmpty()) {
            throw new IllegalArgumentException("the profile " + profile + " is used by " + users.size()
                    + (users.size() == 1 ? " domain" : " domains") + ", such as " + users.get(0));
        }
    }

    @Override
    public Map<String, String> in(SettingScope scope) {
        Place place = Place.of(scope);
        return store.remembered(
                Map.class,
                place.table(),
                place.first(),
                place.second(),
                () -> store.read(handle -> stored(handle, place)));
    }

    private static Map<String, String> stored(Handle handle, Place place) {
        Map<String, String> found = new TreeMap<>();
        handle.createQuery("SELECT name, setting FROM " + place.table() + " WHERE " + place.keys())
                .bindMap(place.bindings())
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("setting")))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return Map.copyOf(found);
    }

    @Override
    public List<String> usersOf(String domainName) {
        String domain = DomainNames.parse(domainName);
        return store.read(
                handle -> handle
                        .select("SELECT DISTINCT local_part FROM user_setting WHERE domain = ?", domain)
                        .mapTo(String.class)
                        .stream()
                        .sorted()
                        .toList());
    }

    @Override
    public void set(SettingScope scope, String name, Optional<String> value) {
        Place place = Place.of(checked(scope));
        store.write(handle -> {
            lock(handle, scope);
            Optional<String> before = Optional.ofNullable(stored(handle, place).get(name));
            handle.createUpdate("DELETE FROM " + place.table() + " WHERE " + place.keys() + " AND name = :name")
                    .bindMap(place.bindings())
                    .bind("name", name)
                    .execute();
            value.ifPresent(text -> handle.createUpdate(place.insert())
                    .bindMap(place.bindings())
                    .bind("name", name)
                    .bind("setting", text)
                    .execute());
            note(handle, scope, name, before, value);
            return before;
        });
    }

    private static SettingScope checked(SettingScope scope) {
        return scope instanceof OfUser user
                ? new OfUser(user.domain(), MailboxNames.parse(user.localPart(), user.domain()))
                : scope;
    }

    private static void lock(Handle handle, SettingScope scope) {
        if (scope instanceof OfProfile profile) {
            ProfileRow.require(handle, profile.profile());
            return;
        }
        Store.lock(handle, scope instanceof OfUser user ? user.domain() : ((OfDomain) scope).domain());
    }

    private void note(Handle handle, SettingScope scope, String name, Optional<String> before, Optional<String> after) {
        Author author = store.author();
        if (scope instanceof OfProfile profile) {
            author.notes(handle, null, name + " of profile " + profile.profile(), before, after);
        } else if (scope instanceof OfUser user) {
            author.notes(handle, user.domain(), name + " of user " + user.localPart(), before, after);
        } else {
            author.notes(handle, ((OfDomain) scope).domain(), name, before, after);
        }
    }
}
