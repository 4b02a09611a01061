package org.scora.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The same alias in every domain. */
record OneAlias(String alias, String mailbox) implements Aliases {

    @Override
    public List<String> mailboxesOf(String domainName, String localPart) {
        return localPart.equals(alias) ? List.of(mailbox) : List.of();
    }

    @Override
    public Map<String, List<String>> of(String domainName) {
        return Map.of(alias, List.of(mailbox));
    }

    @Override
    public void set(String domainName, String localPart, Collection<String> mailboxes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Aliases by(String who) {
        throw new UnsupportedOperationException();
    }
}
