package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.incident.Breaker;
import org.scora.incident.Incident;
import org.scora.incident.IncidentFacts.Deleted;
import org.scora.incident.Incidents;
import org.scora.incident.Telling;
import org.scora.incident.Undo;
import org.scora.incident.Undoing;
import spark.Service;

/** What went wrong with the filter, and what is done about it. */
public final class IncidentRoutes implements Routes {
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 1000;
    private static final Duration TRUST = Duration.ofDays(14);

    private final Incidents incidents;
    private final Breaker breaker;
    private final Telling telling;
    private final Undoing undoing;
    private final Clock clock;

    @Inject
    public IncidentRoutes(Incidents incidents, Breaker breaker, Telling telling, Undoing undoing, Clock clock) {
        this.incidents = incidents;
        this.breaker = breaker;
        this.telling = telling;
        this.undoing = undoing;
        this.clock = clock;
    }

    /**
     * What an undoing would release.
     *
     * @param newest some of it
     * @param deleted what was deleted, and can not be given back
     */
    public record UndoPreview(long released, long kept, List<HeldView> newest, Optional<Deleted> deleted) {}

    @Override
    public String getBasePath() {
        return "/scora/incidents";
    }

    @Override
    public void define(Service service) {
        String one = getBasePath() + "/:id";
        service.get(
                getBasePath(),
                answering(request -> incidents.list(!request.flag("all"), request.limit(SHOWN, MOST_SHOWN))));
        service.post(getBasePath() + "/check", answering(request -> check()));
        service.get(one, answering(this::named));
        service.get(one + "/undo", answering(request -> preview(named(request))));
        service.post(one + "/undo", answering(this::undo));
        service.post(one + "/close", answering(this::close));
    }

    private List<Incident> check() {
        List<Incident> opened = breaker.check();
        telling.tellAll();
        return opened;
    }

    private Incident named(AdminRequest request) {
        long id = request.number(":id");
        return incidents
                .find(id)
                .orElseThrow(() ->
                        AdminProblem.notFound("there is no incident " + id, "See them: scora incident list --all"));
    }

    private UndoPreview preview(Incident incident) {
        Undoing.Preview preview = undoing.preview(incident);
        return new UndoPreview(
                preview.released(),
                preview.kept(),
                preview.newest().stream().map(HeldView::of).toList(),
                preview.deleted());
    }

    private Undo undo(AdminRequest request) {
        return undoing.order(named(request), request.account());
    }

    private Incident close(AdminRequest request) {
        Incident incident = named(request);
        Optional<Duration> trusted = request.flag("trust") ? Optional.of(TRUST) : Optional.empty();
        if (trusted.isPresent() && !incident.subject().isFinding()) {
            throw AdminProblem.badRequest(
                    "only a finding can be trusted", "Close it: scora incident close " + incident.id());
        }
        if (!incidents.close(incident.id(), clock.instant(), request.account(), trusted)) {
            throw AdminProblem.badRequest(
                    "incident " + incident.id() + " is closed already", "See it: scora incident show " + incident.id());
        }
        return named(request);
    }
}
