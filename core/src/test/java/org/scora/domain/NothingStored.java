package org.scora.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No setting is stored for anybody. */
record NothingStored() implements StoredSettings {

    @Override
    public List<String> profiles() {
        return List.of(ProtectedDomain.DEFAULT_PROFILE);
    }

    @Override
    public boolean addProfile(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean removeProfile(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> in(SettingScope scope) {
        return Map.of();
    }

    @Override
    public List<String> usersOf(String domainName) {
        return List.of();
    }

    @Override
    public void set(SettingScope scope, String name, Optional<String> value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StoredSettings by(String who) {
        throw new UnsupportedOperationException();
    }
}
