package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.journal.Upkeep;
import org.scora.journal.Upkeep.Comparison;
import spark.Service;

/** The sums of the journal: made again, and compared with its lines. */
public final class UpkeepRoutes implements Routes {
    private final Upkeep upkeep;

    @Inject
    public UpkeepRoutes(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    /** What was summed up again. */
    public record Rebuilt(int hours) {}

    @Override
    public String getBasePath() {
        return "/scora/journal-sums";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath() + "/rebuild", answering(this::rebuild));
        service.post(getBasePath() + "/verify", answering(this::verify));
    }

    private Rebuilt rebuild(AdminRequest request) {
        return new Rebuilt(upkeep.rebuild(request.time("from"), request.time("until")));
    }

    private Comparison verify(AdminRequest request) {
        return upkeep.verify(
                request.query("domain").map(AdminRequest::domain), request.time("from"), request.time("until"));
    }
}
