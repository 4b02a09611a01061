package org.scora.console.admin;

import java.util.Optional;
import javax.inject.Inject;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;

/** Finds the domain that a request is about. */
final class KnownDomains {
    private final ProtectedDomains domains;

    @Inject
    KnownDomains(ProtectedDomains domains) {
        this.domains = domains;
    }

    /** The domain in the path; 404 when it is not protected here. */
    ProtectedDomain of(AdminRequest request) {
        return named(request.domain());
    }

    ProtectedDomain named(String name) {
        Optional<ProtectedDomain> domain = domains.find(name);
        return domain.orElseThrow(() -> AdminProblem.notFound(
                name + " is not protected here", "Add it first: scora domain add " + name + " --route HOST"));
    }
}
