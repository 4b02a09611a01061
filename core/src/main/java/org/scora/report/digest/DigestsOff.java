package org.scora.report.digest;

import java.util.Optional;
import org.scora.domain.SettingScope;
import org.scora.domain.StoredSettings;
import org.scora.message.Addresses;
import org.scora.people.Actor;
import org.scora.people.DigestSwitch;
import org.scora.policy.DigestSettings;

/** Turns digests off in the settings of the mailbox's user. */
public final class DigestsOff implements DigestSwitch {
    private final StoredSettings settings;

    public DigestsOff(StoredSettings settings) {
        this.settings = settings;
    }

    @Override
    public void off(String owner, Actor by) {
        Addresses.domainOf(owner)
                .ifPresent(domain -> settings.by(by.name() + " (" + by.origin() + ")")
                        .set(
                                new SettingScope.OfUser(domain, Addresses.localPartOf(owner)),
                                DigestSettings.DIGEST.name(),
                                Optional.of("none")));
    }
}
