package org.scora.domain;

import java.util.List;

/** Recipients of domains of which nothing is known. */
public final class UnknownRecipients {
    private UnknownRecipients() {}

    public static Recipients create() {
        DomainsInMemory none = new DomainsInMemory(List.of(), List.of());
        return new Recipients(none, new OneAlias("", ""), new EffectiveSettings(none, new NothingStored()));
    }
}
