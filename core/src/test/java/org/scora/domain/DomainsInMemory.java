package org.scora.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Domains and mailboxes that do not change, for tests of what only asks. */
record DomainsInMemory(List<ProtectedDomain> all, List<String> addresses) implements ProtectedDomains {

    @Override
    public Optional<ProtectedDomain> find(String domainName) {
        return DomainNames.find(domainName)
                .flatMap(name -> all.stream()
                        .filter(domain -> domain.name().equals(name))
                        .findFirst());
    }

    @Override
    public boolean hasMailbox(String domainName, String localPart) {
        return addresses.contains(localPart.toLowerCase(Locale.ROOT) + "@" + domainName);
    }

    @Override
    public boolean isExempt(String recipient) {
        return false;
    }

    @Override
    public List<String> mailboxes(String domainName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProtectedDomain change(String domainName, Function<Optional<ProtectedDomain>, ProtectedDomain> change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> exemptions(String domainName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProtectedDomains by(String who) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String domainName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int addMailboxes(String domainName, Collection<String> localParts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setExempt(String recipient, boolean exempt) {
        throw new UnsupportedOperationException();
    }
}
