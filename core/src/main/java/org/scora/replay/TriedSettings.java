package org.scora.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.scora.domain.SettingScope;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.domain.StoredSettings;

/** The stored settings as they would be with some others for one domain. They can not be changed. */
record TriedSettings(StoredSettings stored, String domain, Map<String, String> tried) implements StoredSettings {

    @Override
    public Map<String, String> in(SettingScope scope) {
        if (!scope.equals(new OfDomain(domain))) {
            return stored.in(scope);
        }
        Map<String, String> all = new TreeMap<>(stored.in(scope));
        all.putAll(tried);
        return all;
    }

    @Override
    public List<String> profiles() {
        return stored.profiles();
    }

    @Override
    public List<String> usersOf(String domainName) {
        return stored.usersOf(domainName);
    }

    @Override
    public boolean addProfile(String name) {
        throw onlyTried();
    }

    @Override
    public boolean removeProfile(String name) {
        throw onlyTried();
    }

    @Override
    public void set(SettingScope scope, String name, Optional<String> value) {
        throw onlyTried();
    }

    @Override
    public StoredSettings by(String who) {
        throw onlyTried();
    }

    private static UnsupportedOperationException onlyTried() {
        return new UnsupportedOperationException("settings that are only tried are not changed");
    }
}
