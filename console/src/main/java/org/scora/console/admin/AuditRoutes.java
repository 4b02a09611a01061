package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.audit.AuditLine;
import org.scora.audit.AuditLog;
import spark.Service;

/** Who changed what. */
public final class AuditRoutes implements Routes {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 10_000;

    private final AuditLog log;

    @Inject
    public AuditRoutes(AuditLog log) {
        this.log = log;
    }

    @Override
    public String getBasePath() {
        return "/scora/audit";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath(), answering(this::find));
    }

    private List<AuditLine> find(AdminRequest request) {
        return log.find(
                request.query("domain").map(AdminRequest::domain),
                request.query("since").map(AuditRoutes::time).orElse(Instant.EPOCH),
                request.limit(SHOWN, MOST_SHOWN));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw AdminProblem.badRequest(
                    "'" + text + "' is not a time", "Expected since as a time such as 2026-11-24T08:00:00Z.");
        }
    }
}
