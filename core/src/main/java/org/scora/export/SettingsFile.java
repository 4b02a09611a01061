package org.scora.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.scora.domain.DomainNames;
import org.scora.domain.DomainProperty;
import org.scora.domain.MailboxNames;
import org.scora.domain.ProfileNames;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.domain.SettingScope.OfUser;
import org.scora.export.DomainText.ListText;
import org.scora.policy.ListEntry;
import org.scora.policy.ProfileSettings;
import org.scora.setting.SettingException;
import org.scora.setting.Settings;

/** A file with settings that somebody wants to have: checked as a whole before any of it is done. */
public final class SettingsFile {
    private final Path file;
    private final String name;
    private final SettingsText text;

    private SettingsFile(Path file, String name, SettingsText text) {
        this.file = file;
        this.name = name;
        this.text = text;
    }

    /**
     * Reads a file and checks all of it.
     *
     * @param name by which people know it
     * @throws SettingException that names line and key of the first mistake
     */
    public static SettingsFile read(Path file, String name) throws IOException {
        SettingsFile read = new SettingsFile(file, name, SettingsText.read(file, name));
        read.check();
        return read;
    }

    /**
     * Does what the file says, or tells what that would be.
     *
     * @param routeCheck throws IllegalArgumentException for a route that leads nowhere good
     * @throws IllegalArgumentException with a text that helps, for what only the stores can tell to be wrong
     */
    public List<Difference> bring(Stores stores, boolean dryRun, boolean force, Consumer<ProtectedDomain> routeCheck) {
        List<Difference> differences = new SettingsImport(stores, true, force, routeCheck).bring(text);
        return dryRun ? differences : new SettingsImport(stores, false, force, routeCheck).bring(text);
    }

    /** What can be wrong at one place. */
    private interface Check {
        void run();
    }

    private void check() throws IOException {
        for (var profile : text.profiles().entrySet()) {
            at(() -> ProfileNames.parse(profile.getKey()), "profiles", profile.getKey());
            check(new OfProfile(profile.getKey()), profile.getValue(), "profiles", profile.getKey());
        }
        for (var domain : text.domains().entrySet()) {
            at(() -> DomainNames.parse(domain.getKey()), "domains", domain.getKey());
            check(domain.getKey(), domain.getValue());
        }
    }

    private void check(String domain, DomainText wanted) throws IOException {
        for (var property : wanted.properties().entrySet()) {
            at(() -> checkProperty(property.getKey(), property.getValue()), "domains", domain, property.getKey());
        }
        check(new OfDomain(domain), wanted.settings().map(Map::copyOf).orElse(Map.of()), "domains", domain, "settings");
        for (String mailbox : wanted.mailboxes().orElse(List.of())) {
            at(() -> MailboxNames.parse(mailbox, domain), "domains", domain, "mailboxes");
        }
        for (String exempt : wanted.exempt().orElse(List.of())) {
            at(() -> MailboxNames.parse(exempt, domain), "domains", domain, "exempt");
        }
        for (String alias : wanted.aliases().map(Map::copyOf).orElse(Map.of()).keySet()) {
            at(() -> MailboxNames.parse(alias, domain), "domains", domain, "aliases", alias);
        }
        checkList(wanted.allow().map(Map::copyOf).orElse(Map.of()), "domains", domain, "allow");
        checkList(wanted.block().map(Map::copyOf).orElse(Map.of()), "domains", domain, "block");
        for (var user : wanted.lists().map(Map::copyOf).orElse(Map.of()).entrySet()) {
            at(() -> MailboxNames.parse(user.getKey(), domain), "domains", domain, "lists", user.getKey());
            checkList(user.getValue().allow(), "domains", domain, "lists", user.getKey(), "allow");
            checkList(user.getValue().block(), "domains", domain, "lists", user.getKey(), "block");
        }
        for (var user : wanted.users().map(Map::copyOf).orElse(Map.of()).entrySet()) {
            at(() -> MailboxNames.parse(user.getKey(), domain), "domains", domain, "users", user.getKey());
            check(new OfUser(domain, user.getKey()), user.getValue(), "domains", domain, "users", user.getKey());
        }
    }

    private static void checkProperty(String key, String value) {
        DomainProperty property = DomainProperty.named(key).orElseThrow(() -> {
            List<String> known = new ArrayList<>(
                    DomainProperty.ALL.stream().map(DomainProperty::name).toList());
            known.addAll(List.of("settings", "mailboxes", "aliases", "exempt", "allow", "block", "users", "lists"));
            return SettingException.of("", key, "unknown key", SettingException.remedyForName(key, known));
        });
        Settings.of("", Map.of(key, value), List.of(property.setting()));
    }

    private void check(SettingScope scope, Map<String, String> settings, String... keys) throws IOException {
        for (var setting : settings.entrySet()) {
            List<String> all = new ArrayList<>(List.of(keys));
            all.add(setting.getKey());
            at(() -> ProfileSettings.check(scope, setting.getKey(), setting.getValue()), all.toArray(String[]::new));
        }
    }

    private void checkList(Map<String, ListText> entries, String... keys) throws IOException {
        for (String pattern : entries.keySet()) {
            List<String> all = new ArrayList<>(List.of(keys));
            all.add(pattern);
            at(() -> ListEntry.parsePattern(pattern), all.toArray(String[]::new));
        }
    }

    private void at(Check check, String... keys) throws IOException {
        Optional<SettingException> problem = problem(check);
        if (problem.isPresent()) {
            throw SettingException.of(
                    name + " line " + SettingsText.lineOf(file, List.of(keys)),
                    String.join(" / ", keys),
                    problem.get().problem(),
                    problem.get().remedy());
        }
    }

    private static Optional<SettingException> problem(Check check) {
        try {
            check.run();
            return Optional.empty();
        } catch (SettingException e) {
            return Optional.of(e);
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    SettingException.of("", "", String.valueOf(e.getMessage()), "Correct it, then try again."));
        }
    }
}
