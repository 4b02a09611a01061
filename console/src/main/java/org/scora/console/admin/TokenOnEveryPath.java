package org.scora.console.admin;

import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import spark.Service;

/**
 * Asks for the token on every path of webadmin, those too that James leaves open: its health checks and metrics, and
 * the answers to cross-origin questions.
 */
public final class TokenOnEveryPath implements Routes {
    private final AuthenticationFilter filter;

    @Inject
    public TokenOnEveryPath(AuthenticationFilter filter) {
        this.filter = filter;
    }

    @Override
    public String getBasePath() {
        return "/scora";
    }

    @Override
    public void define(Service service) {
        service.before(filter);
    }
}
