package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.console.StatusSource;
import spark.Service;

/** The state of this gateway. */
public final class StatusRoutes implements Routes {
    private final StatusSource status;

    @Inject
    public StatusRoutes(StatusSource status) {
        this.status = status;
    }

    @Override
    public String getBasePath() {
        return "/scora/status";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath(), answering(request -> status.read()));
    }
}
