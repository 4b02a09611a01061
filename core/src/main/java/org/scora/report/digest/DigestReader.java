package org.scora.report.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.scora.domain.Aliases;
import org.scora.domain.EffectiveSettings;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Addresses;
import org.scora.policy.DigestPlan;
import org.scora.policy.DigestSettings;
import org.scora.policy.QuarantineSettings;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.ReleasePolicy;
import org.scora.report.Wording;
import org.scora.report.Wordings;

/**
 * Who reads the digests of a mailbox, and how.
 *
 * @param owner the address of the mailbox
 * @param shared whether several people read the mailbox, so that its digests go to the administrators
 * @param mayEnd whether the reader may end the digests
 * @param lines how many messages are listed
 */
record DigestReader(
        String owner,
        ProtectedDomain domain,
        boolean shared,
        DigestPlan plan,
        boolean mayEnd,
        Wording words,
        ZoneId zone,
        int lines,
        ReleasePolicy policy,
        EffectiveSettings settings) {

    /** Finds the readers by what is stored and set. */
    record Finder(ProtectedDomains domains, Aliases aliases, EffectiveSettings settings, Wordings wordings) {

        /** The reader of a mailbox; empty when it is in no protected domain. */
        Optional<DigestReader> of(String owner) {
            return Addresses.domainOf(owner).flatMap(domains::find).map(domain -> of(domain, owner));
        }

        DigestReader of(ProtectedDomain domain, String owner) {
            String name = domain.name();
            String mailbox = Addresses.localPartOf(owner);
            boolean shared =
                    settings.value(name, DigestSettings.SHARED_MAILBOXES).contains(mailbox)
                            || aliases.mailboxesOf(name, mailbox).size() > 1;
            return new DigestReader(
                    owner,
                    domain,
                    shared,
                    settings.value(name, mailbox, DigestSettings.DIGEST),
                    settings.usersMaySet(name, DigestSettings.DIGEST),
                    wordings.in(settings.value(name, mailbox, DigestSettings.LANGUAGE)),
                    settings.value(name, DigestSettings.TIME_ZONE),
                    settings.value(name, DigestSettings.DIGEST_LINES),
                    ReleasePolicy.of(settings, name),
                    settings);
        }
    }

    /** To whom the mail goes; nobody when the mailbox is shared and the domain has no administrators. */
    List<String> addresses() {
        return shared ? domain.administrators() : List.of(owner);
    }

    /** When a message goes by itself. */
    Instant keptUntil(HeldMessage message) {
        return message.heldAt()
                .plus(Duration.ofDays(
                        settings.value(domain.name(), QuarantineSettings.retentionOf(message.category()))));
    }
}
