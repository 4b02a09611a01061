package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.domain.DomainState;
import org.scora.domain.OwnListener;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.ProtectedDomains;
import spark.Service;

/** The protected domains and their states. */
public final class DomainRoutes implements Routes {
    private final ProtectedDomains domains;
    private final KnownDomains known;
    private final DomainParser parser;

    @Inject
    public DomainRoutes(ProtectedDomains domains, OwnListener ownListener) {
        this.domains = domains;
        this.known = new KnownDomains(domains);
        this.parser = new DomainParser(ownListener);
    }

    /** The body of a change of state. */
    record StateForm(DomainState state) {}

    @Override
    public String getBasePath() {
        return "/scora/domains";
    }

    @Override
    public void define(Service service) {
        String one = getBasePath() + "/:domain";
        service.get(getBasePath(), answering(request -> all()));
        service.get(one, answering(request -> DomainView.of(known.of(request))));
        service.put(one, answering(this::put));
        service.put(one + "/state", answering(this::putState));
        service.delete(one, answering(this::delete));
    }

    private List<DomainView> all() {
        return domains.all().stream().map(DomainView::of).toList();
    }

    private DomainView put(AdminRequest request) {
        DomainForm form = request.body(DomainForm.class);
        return changed(request, known -> parser.parse(request.domain(), form, known));
    }

    private DomainView putState(AdminRequest request) {
        DomainForm form =
                DomainForm.of(AdminRequest.present(request.body(StateForm.class).state(), "state"));
        ProtectedDomain domain = known.of(request);
        return changed(request, now -> parser.parse(domain.name(), form, Optional.of(now.orElse(domain))));
    }

    private DomainView changed(AdminRequest request, Function<Optional<ProtectedDomain>, ProtectedDomain> change) {
        return DomainView.of(domains.by(request.account()).change(request.domain(), change));
    }

    private DomainView delete(AdminRequest request) {
        ProtectedDomain domain = known.of(request);
        domains.by(request.account()).remove(domain.name());
        return DomainView.of(domain);
    }
}
