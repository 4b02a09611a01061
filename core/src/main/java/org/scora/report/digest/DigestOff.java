package org.scora.report.digest;

import java.util.Optional;
import org.scora.domain.SettingScope.OfUser;
import org.scora.domain.StoredSettings;
import org.scora.message.Addresses;
import org.scora.people.Actor;
import org.scora.people.DigestSwitch;
import org.scora.policy.DigestSettings;

/** Sets a user's own {@code digest} to none; it holds where the domain lets users set that, and only there links are sent. */
public final class DigestOff implements DigestSwitch {
    private static final String NONE = "none";

    private final StoredSettings settings;

    public DigestOff(StoredSettings settings) {
        this.settings = settings;
    }

    @Override
    public void off(String owner, Actor by) {
        Addresses.domainOf(owner)
                .map(domain -> new OfUser(domain, Addresses.localPartOf(owner)))
                .ifPresent(user -> settings.by(by.name()).set(user, DigestSettings.DIGEST.name(), Optional.of(NONE)));
    }
}
