package org.scora.server;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.james.core.Domain;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.domainlist.lib.AbstractDomainList;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;

/** Tells James which domains are local: the protected ones, in whatever state. They are changed elsewhere. */
final class ProtectedDomainList extends AbstractDomainList {
    private final ProtectedDomains domains;

    @Inject
    ProtectedDomainList(DNSService dns, ProtectedDomains domains) {
        super(dns);
        this.domains = domains;
    }

    @Override
    protected List<Domain> getDomainListInternal() throws DomainListException {
        return asked(() -> domains.all().stream()
                .map(ProtectedDomain::name)
                .map(Domain::of)
                .toList());
    }

    @Override
    protected boolean containsDomainInternal(Domain domain) throws DomainListException {
        return asked(() -> domains.find(domain.asString()).isPresent());
    }

    @Override
    public void addDomain(Domain domain) throws DomainListException {
        // James adds its default domain at start-up; ours come from administrators alone.
    }

    @Override
    protected void doRemoveDomain(Domain domain) throws DomainListException {
        throw new DomainListException("Protected domains are removed with: scora domain remove");
    }

    private static <T> T asked(Supplier<T> question) throws DomainListException {
        try {
            return question.get();
        } catch (UncheckedIOException e) {
            throw new DomainListException("The protected domains can not be read", e);
        }
    }
}
