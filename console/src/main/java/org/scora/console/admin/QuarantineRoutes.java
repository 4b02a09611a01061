package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.Verification;
import spark.Service;

/** Held messages: what is there, and whether all of it is there. */
public final class QuarantineRoutes implements Routes {
    private final Quarantine quarantine;
    private final HeldCopies copies;
    private final Verification verification;

    @Inject
    public QuarantineRoutes(Quarantine quarantine, HeldCopies copies, Verification verification) {
        this.quarantine = quarantine;
        this.copies = copies;
        this.verification = verification;
    }

    @Override
    public String getBasePath() {
        return "/scora/quarantine";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath(), answering(request -> views(copies.search(HeldFinder.query(request)))));
        service.get(getBasePath() + "/:message", answering(request -> views(HeldFinder.named(request, quarantine))));
        service.post(
                getBasePath() + "/verify",
                answering(request -> verification.verify(request.flag("repair"), request.operator())));
    }

    private static List<HeldView> views(List<HeldMessage> messages) {
        return messages.stream().map(HeldView::of).toList();
    }
}
