package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.policy.ListChanges;
import spark.Service;

/** What was changed in the allowlists and blocklists, and undoing it. */
public final class ListChangeRoutes implements Routes {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 1000;

    private final ListChanges changes;

    @Inject
    public ListChangeRoutes(ListChanges changes) {
        this.changes = changes;
    }

    @Override
    public String getBasePath() {
        return "/scora/list-changes";
    }

    @Override
    public void define(Service service) {
        service.get(
                getBasePath(),
                answering(request -> changes.newest(
                        request.query("domain").map(AdminRequest::domain), request.limit(SHOWN, MOST_SHOWN))));
        service.post(
                getBasePath() + "/:id/undo",
                answering(request -> AdminRequest.valid(
                        () -> changes.undo(request.number(":id"), request.account()),
                        "See what was changed: scora list changes")));
    }
}
