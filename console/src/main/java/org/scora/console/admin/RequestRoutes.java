package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.quarantine.DamagedContent;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.ReleaseRequest;
import org.scora.quarantine.ReleaseRequests;
import org.scora.quarantine.RequestDesk;
import spark.Service;

/** Requests for the release of held messages. */
public final class RequestRoutes implements Routes {
    private static final String REMEDY = "See the requests: scora quarantine requests";
    private static final int SHOWN = 50;
    private static final int MOST_SHOWN = 1000;

    private final RequestDesk desk;
    private final ReleaseRequests requests;
    private final Quarantine quarantine;

    @Inject
    public RequestRoutes(RequestDesk desk, ReleaseRequests requests, Quarantine quarantine) {
        this.desk = desk;
        this.requests = requests;
        this.quarantine = quarantine;
    }

    /**
     * A request.
     *
     * @param user the address of the mailbox for which is asked
     */
    public record RequestForm(String message, String user, Optional<String> note) {}

    /** A decision; the answer is told to the user. */
    public record DecisionForm(Optional<String> answer) {}

    @Override
    public String getBasePath() {
        return "/scora/release-requests";
    }

    @Override
    public void define(Service service) {
        service.get(
                getBasePath(),
                answering(request -> requests.list(
                        request.query("domain").map(AdminRequest::domain),
                        !request.flag("all"),
                        request.limit(SHOWN, MOST_SHOWN))));
        service.post(getBasePath(), answering(this::file));
        service.post(
                getBasePath() + "/:id/approve",
                answering(request ->
                        decided(() -> desk.approve(request.number(":id"), request.operator(), answer(request)))));
        service.post(
                getBasePath() + "/:id/decline",
                answering(request ->
                        decided(() -> desk.decline(request.number(":id"), request.operator(), answer(request)))));
    }

    private ReleaseRequest file(AdminRequest request) {
        RequestForm form = request.body(RequestForm.class);
        String user = AdminRequest.bounded("user", form.user());
        HeldMessage message = HeldFinder.named(AdminRequest.bounded("message", form.message()), quarantine).stream()
                .filter(part ->
                        part.copies().stream().anyMatch(copy -> copy.owner().equalsIgnoreCase(user)))
                .findFirst()
                .orElseThrow(() -> AdminProblem.badRequest(
                        form.message() + " did not come for " + user, "Name the address of the mailbox."));
        String note = AdminRequest.bounded("note", form.note().orElse(""));
        return AdminRequest.valid(() -> desk.file(message, user, request.operator(), note), REMEDY);
    }

    private static String answer(AdminRequest request) {
        Optional<String> answer =
                request.hasBody() ? request.body(DecisionForm.class).answer() : Optional.empty();
        return AdminRequest.bounded("answer", answer.orElse(""));
    }

    private static RequestDesk.Decision decided(AdminRequest.Parser<RequestDesk.Decision> decision) {
        try {
            return AdminRequest.valid(decision, REMEDY);
        } catch (MissingContent | DamagedContent e) {
            throw AdminProblem.badRequest(
                    "the message can not be released: " + e.getMessage(), "Put the file back from a backup.");
        }
    }
}
