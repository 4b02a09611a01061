package org.scora.mailets.relay;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.scora.dns.ZoneFileDns;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.Routes;

/** Routes of protected domains that a test names; the DNS knows what the test says. */
public final class FixedRoutes implements ProtectedDomains {
    private final List<ProtectedDomain> domains;

    private FixedRoutes(List<ProtectedDomain> domains) {
        this.domains = domains;
    }

    static Routes of(ProtectedDomain... domains) {
        return withZone("", domains);
    }

    public static Routes withZone(String zone, ProtectedDomain... domains) {
        return new Routes(
                new FixedRoutes(Arrays.asList(domains)),
                ZoneFileDns.parse("the test's zone", zone),
                "mx.gateway.example",
                any -> false,
                new Random(1));
    }

    static ProtectedDomains domains(ProtectedDomain... domains) {
        return new FixedRoutes(Arrays.asList(domains));
    }

    public static ProtectedDomain domain(String name, RouteHost... route) {
        return new ProtectedDomain(name, DomainState.ACTIVE, List.of(route), RecipientPolicy.ANY, List.of());
    }

    @Override
    public Optional<ProtectedDomain> find(String domainName) {
        return domains.stream()
                .filter(domain -> domain.name().equalsIgnoreCase(domainName))
                .findFirst();
    }

    @Override
    public List<ProtectedDomain> all() {
        return domains;
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
    public boolean hasMailbox(String domainName, String localPart) {
        return false;
    }

    @Override
    public List<String> mailboxes(String domainName) {
        return List.of();
    }

    @Override
    public int addMailboxes(String domainName, Collection<String> localParts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isExempt(String recipient) {
        return false;
    }

    @Override
    public void setExempt(String recipient, boolean exempt) {
        throw new UnsupportedOperationException();
    }
}
