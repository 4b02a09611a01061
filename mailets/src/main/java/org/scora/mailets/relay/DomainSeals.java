package org.scora.mailets.relay;

import java.util.Optional;
import javax.inject.Inject;
import org.scora.domain.ProtectedDomains;
import org.scora.seal.Seals;

/** Seals what goes to protected domains: strangers have no use for it, and need not see one. */
public final class DomainSeals implements RelaySeal {
    private final ProtectedDomains domains;
    private final Seals seals;

    @Inject
    public DomainSeals(ProtectedDomains domains, Seals seals) {
        this.domains = domains;
        this.seals = seals;
    }

    @Override
    public byte[] on(byte[] source, Optional<String> receipt, String domain) {
        return domains.find(domain)
                .map(known -> seals.seal(source, receipt, known.name()))
                .orElse(source);
    }
}
