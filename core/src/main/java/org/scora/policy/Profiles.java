package org.scora.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.Recipients;
import org.scora.domain.StoredValue;
import org.scora.message.Addresses;
import org.scora.setting.Setting;
import org.scora.setting.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which profile holds for whom: what a user may set and has set, before what the domain has, before its profile, before
 * what stands in mailetcontainer.xml, before what is built in. Thread-safe.
 */
public final class Profiles {
    private static final Logger LOGGER = LoggerFactory.getLogger(Profiles.class);
    private static final String BUILT_IN = "built in";
    private static final String CHAIN = "mailetcontainer.xml";

    private final EffectiveSettings settings;
    private final Recipients recipients;
    private final Map<String, String> chain;

    /** @param chain what is written in mailetcontainer.xml, by name */
    public Profiles(EffectiveSettings settings, Recipients recipients, Map<String, String> chain) {
        this.settings = settings;
        this.recipients = recipients;
        this.chain = Map.copyOf(chain);
    }

    /** The profile that holds for mail to an address; throws UncheckedIOException when the store can not be reached. */
    public Profile of(String recipient) {
        Map<String, String> values = new TreeMap<>(chain);
        stored(recipient).forEach((name, value) -> putIfValid(values, name, value));
        return Profile.of(Settings.of(recipient, values, Profile.SETTINGS));
    }

    /** The profile that holds for a whole domain; without one, what holds where nothing is stored. */
    public Profile ofDomain(Optional<String> domain) {
        Map<String, String> values = new TreeMap<>(chain);
        domain.map(settings::of).orElse(Map.of()).forEach((name, value) -> putIfValid(values, name, value));
        return Profile.of(Settings.of(domain.orElse(CHAIN), values, Profile.SETTINGS));
    }

    private Map<String, StoredValue> stored(String recipient) {
        String domain = Addresses.domainOf(recipient).orElse("");
        return recipients
                .ownerOf(recipient)
                .map(mailbox -> settings.of(domain, mailbox))
                .orElseGet(() -> settings.of(domain));
    }

    // A value that a newer version stored must not keep mail from being decided.
    private static void putIfValid(Map<String, String> values, String name, StoredValue value) {
        Profile.SETTINGS.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .ifPresent(setting -> {
                    if (setting.takes(value.text())) {
                        values.put(name, value.text());
                    } else {
                        LOGGER.warn("{} of {} is '{}', which is not understood", name, value.scope(), value.text());
                    }
                });
    }

    /** Every value that holds for a domain, in the order of the table. */
    public List<EffectiveValue> explained(String domain) {
        return explained(ProfileSettings.ALL, settings.of(domain));
    }

    /** Every value that holds for a user of a domain. */
    public List<EffectiveValue> explained(String domain, String mailbox) {
        return explained(ProfileSettings.OF_USERS, settings.of(domain, mailbox));
    }

    private List<EffectiveValue> explained(List<Setting<?>> known, Map<String, StoredValue> stored) {
        return known.stream().map(setting -> explained(setting, stored)).toList();
    }

    private EffectiveValue explained(Setting<?> setting, Map<String, StoredValue> stored) {
        String name = setting.name();
        Optional<EffectiveValue> set = Optional.ofNullable(stored.get(name))
                .map(value -> value(setting, value.text(), value.scope().toString()));
        Optional<EffectiveValue> written =
                Optional.ofNullable(chain.get(name)).map(text -> value(setting, text, CHAIN));
        return set.or(() -> written)
                .orElseGet(() -> value(setting, setting.defaultText().orElse(""), BUILT_IN));
    }

    private static EffectiveValue value(Setting<?> setting, String text, String origin) {
        return new EffectiveValue(setting.name(), text, origin, setting.sentence());
    }
}
