package org.scora.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.SettingScope.OfProfile;
import org.scora.domain.SettingScope.OfUser;
import org.scora.setting.Setting;
import org.scora.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds of all that is stored: a user's value, where the domain lets users set it, before the domain's, before that
 * of the domain's profile.
 */
public final class EffectiveSettings {
    private static final Logger LOGGER = LoggerFactory.getLogger(EffectiveSettings.class);

    private final ProtectedDomains domains;
    private final StoredSettings stored;

    public EffectiveSettings(ProtectedDomains domains, StoredSettings stored) {
        this.domains = domains;
        this.stored = stored;
    }

    /** The values that hold for a domain, by name; what is stored nowhere is not among them. */
    public Map<String, StoredValue> of(String domainName) {
        Map<String, StoredValue> values = new TreeMap<>();
        domains.find(domainName).ifPresent(domain -> {
            put(values, new OfProfile(domain.profile()));
            put(values, new OfDomain(domain.name()));
        });
        return values;
    }

    /** The values that hold for a user of a domain, by name. */
    public Map<String, StoredValue> of(String domainName, String mailbox) {
        Map<String, StoredValue> values = of(domainName);
        Set<String> allowed = value(values, RecipientSettings.USERS_MAY_SET);
        OfUser user = new OfUser(domainName, mailbox);
        stored.in(user).forEach((name, text) -> {
            if (RecipientSettings.allows(allowed, name)) {
                values.put(name, new StoredValue(text, user));
            }
        });
        return values;
    }

    /** One setting of a domain; its default where nothing is stored. */
    public <T> T value(String domainName, Setting<T> setting) {
        return value(of(domainName), setting);
    }

    /** One setting of a user; its default where nothing is stored. */
    public <T> T value(String domainName, String mailbox, Setting<T> setting) {
        return value(of(domainName, mailbox), setting);
    }

    /** Whether a domain lets its users have a value of their own. */
    public boolean usersMaySet(String domainName, Setting<?> setting) {
        return RecipientSettings.allows(value(domainName, RecipientSettings.USERS_MAY_SET), setting.name());
    }

    /** Local parts of the users of a domain for whom a setting is stored, sorted. */
    public List<String> usersWith(String domainName, Setting<?> setting) {
        return stored.usersOf(domainName).stream()
                .filter(mailbox -> stored.in(new OfUser(domainName, mailbox)).containsKey(setting.name()))
                .toList();
    }

    /** Some settings of a domain, to be read together; of a stored value that is not understood the default holds. */
    public Settings of(String domainName, List<Setting<?>> known) {
        Map<String, StoredValue> stored = of(domainName);
        Map<String, String> written = new TreeMap<>();
        for (Setting<?> setting : known) {
            Optional.ofNullable(stored.get(setting.name()))
                    .filter(value -> setting.takes(value.text()))
                    .ifPresent(value -> written.put(setting.name(), value.text()));
        }
        return Settings.of("domain " + domainName, written, known);
    }

    private void put(Map<String, StoredValue> values, SettingScope scope) {
        stored.in(scope).forEach((name, text) -> values.put(name, new StoredValue(text, scope)));
    }

    private static <T> T value(Map<String, StoredValue> values, Setting<T> setting) {
        String byDefault = setting.defaultText().orElseThrow();
        String text = Optional.ofNullable(values.get(setting.name()))
                .map(StoredValue::text)
                .orElse(byDefault);
        try {
            return setting.parser().apply(text);
        } catch (IllegalArgumentException e) {
            // A newer version may have stored it.
            LOGGER.warn("the stored value '{}' of {} is not understood; its default holds", text, setting.name(), e);
            return setting.parser().apply(byDefault);
        }
    }
}
