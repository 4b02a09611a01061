package org.scora.export;

import org.scora.domain.Aliases;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.StoredSettings;
import org.scora.policy.SenderLists;

/** Where everything is that can be exported. */
public record Stores(
        ProtectedDomains domains, MailboxLists mailboxes, Aliases aliases, StoredSettings settings, SenderLists lists) {

    /** The same stores; changes are noted in the name of who is named here. */
    public Stores by(String who) {
        return new Stores(domains.by(who), mailboxes.by(who), aliases.by(who), settings.by(who), lists.by(who));
    }
}
