package org.scora.console.admin;

import java.time.Duration;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import spark.Request;
import spark.Service;

/**
 * Bounds the time in which the next part of a request has to come. Webadmin waits an hour for it, and a few bodies that
 * never come would hold all its threads. {@link Body} bounds the whole.
 */
public final class BodyPatience implements Routes {
    private static final Duration BETWEEN_TWO_PARTS = Duration.ofSeconds(15);

    private final Duration patience;

    @Inject
    public BodyPatience() {
        this(BETWEEN_TWO_PARTS);
    }

    /** @param patience between two parts of a body */
    public BodyPatience(Duration patience) {
        this.patience = patience;
    }

    @Override
    public String getBasePath() {
        return "/scora";
    }

    @Override
    public void define(Service service) {
        service.before((request, response) -> bound(request));
    }

    // What is begun is not ended by this: only waiting for what comes or is taken counts as idle.
    private void bound(Request request) {
        org.eclipse.jetty.server.Request.getBaseRequest(request.raw())
                .getHttpChannel()
                .getEndPoint()
                .setIdleTimeout(patience.toMillis());
    }
}
