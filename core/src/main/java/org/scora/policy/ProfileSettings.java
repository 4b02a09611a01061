package org.scora.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scora.domain.DomainProperty;
import org.scora.domain.PreFilterSettings;
import org.scora.domain.RecipientSettings;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfUser;
import org.scora.setting.Setting;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;
import org.scora.setting.SettingsReference;

/** The table of all that a profile can hold, and that a domain and a user can override. Validation and handbook use it. */
public final class ProfileSettings {
    /** All of them. */
    public static final List<Setting<?>> ALL = all();

    /** Those that a user can have. */
    public static final List<Setting<?>> OF_USERS = ofUsers();

    private static final Set<String> OF_DOMAINS_ONLY = names(ofDomainsOnly());

    private ProfileSettings() {}

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(ofUsers());
        all.addAll(ofDomainsOnly());
        return List.copyOf(all);
    }

    private static List<Setting<?>> ofUsers() {
        List<Setting<?>> settings = new ArrayList<>(Profile.SETTINGS);
        settings.addAll(DigestSettings.OF_USERS);
        return List.copyOf(settings);
    }

    private static List<Setting<?>> ofDomainsOnly() {
        List<Setting<?>> settings = new ArrayList<>(RecipientSettings.SETTINGS);
        settings.addAll(PreFilterSettings.ALL);
        settings.addAll(GreylistSettings.SETTINGS);
        settings.addAll(QuarantineSettings.SETTINGS);
        settings.addAll(DigestSettings.OF_DOMAINS_ONLY);
        return settings;
    }

    private static Set<String> names(List<Setting<?>> settings) {
        Set<String> names = new TreeSet<>();
        settings.forEach(setting -> names.add(setting.name()));
        return names;
    }

    /** Those that hold in a scope: a user can not set how addresses are read. */
    public static List<Setting<?>> in(SettingScope scope) {
        return scope instanceof OfUser ? OF_USERS : ALL;
    }

    /**
     * Makes sure that a value may be stored.
     *
     * @throws SettingException that suggests the nearest name, or says what is expected
     */
    public static void check(SettingScope scope, String name, String value) {
        checkName(scope, name);
        Settings written = Settings.of(scope.toString(), Map.of(name, value), in(scope));
        if (name.equals(RecipientSettings.USERS_MAY_SET.name())) {
            checkNames(scope, written.get(RecipientSettings.USERS_MAY_SET));
        }
    }

    /** The same for a name alone. */
    public static void checkName(SettingScope scope, String name) {
        if (scope instanceof OfUser && OF_DOMAINS_ONLY.contains(name)) {
            throw SettingException.of(
                    scope.toString(), name, "holds for whole domains only", "Set it for the domain or its profile.");
        }
        if (in(scope).stream().noneMatch(setting -> setting.name().equals(name))) {
            throw SettingException.of(
                    scope.toString(), name, "unknown key", SettingException.remedyForName(name, names(in(scope))));
        }
    }

    private static void checkNames(SettingScope scope, Set<String> written) {
        Set<String> known = names(OF_USERS);
        written.stream()
                .filter(name -> !name.equals("all") && !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw SettingException.of(
                            scope.toString(),
                            RecipientSettings.USERS_MAY_SET.name(),
                            "'" + name + "' is no setting that a user can have",
                            SettingException.remedyForName(name, known));
                });
    }

    /** The handbook's page, in Markdown. */
    public static String markdown() {
        return "# What may be set in a profile, for a domain, and for a user\n\n"
                + "How: see [domains.md](domains.md). Those from `recipientDelimiter` on hold for whole domains only; what they do is"
                + " told in [pre-filters.md](pre-filters.md), [at-the-door.md](at-the-door.md), [quarantine.md](quarantine.md)"
                + " and [digests.md](digests.md).\n\n"
                + SettingsReference.table(ALL)
                + "\n## What may be set for a domain besides\n\n"
                + SettingsReference.table(
                        DomainProperty.ALL.stream().map(DomainProperty::setting).toList());
    }
}
