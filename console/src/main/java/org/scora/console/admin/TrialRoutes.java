package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.replay.Change;
import org.scora.replay.Trial;
import org.scora.replay.Trials;
import spark.Service;

/** Tries what a change would have done to the mail of the past. Changes nothing. */
public final class TrialRoutes implements Routes {
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int SHOWN = 20;
    private static final int MOST_SHOWN = 10_000;
    private static final int MOST_PATTERNS = 1000;

    private final Trials trials;

    @Inject
    public TrialRoutes(Trials trials) {
        this.trials = trials;
    }

    /**
     * What is to be tried; what is not named stays as it is.
     *
     * @param days how far back; 30 by default
     * @param limit how many messages are shown of each kind
     */
    public record TrialForm(
            String domain,
            Optional<Integer> days,
            Optional<Map<String, String>> settings,
            Optional<Map<String, Double>> weights,
            Optional<Set<String>> off,
            Optional<List<String>> allow,
            Optional<List<String>> block,
            Optional<Integer> limit) {}

    @Override
    public String getBasePath() {
        return "/scora/trials";
    }

    @Override
    public void define(Service service) {
        service.post(getBasePath(), answering(this::run));
    }

    private Trial run(AdminRequest request) {
        TrialForm form = request.body(TrialForm.class);
        Change change = new Change(
                form.settings().orElse(Map.of()),
                form.weights().orElse(Map.of()),
                form.off().orElse(Set.of()),
                bounded(form.allow()),
                bounded(form.block()));
        return trials.run(
                AdminRequest.domain(AdminRequest.bounded("domain", form.domain())),
                between("days", form.days().orElse(DAYS), MOST_DAYS),
                change,
                between("limit", form.limit().orElse(SHOWN), MOST_SHOWN));
    }

    private static List<String> bounded(Optional<List<String>> patterns) {
        if (patterns.orElse(List.of()).size() > MOST_PATTERNS) {
            throw AdminProblem.badRequest("too many senders", "Try at most " + MOST_PATTERNS + " at a time.");
        }
        return patterns.orElse(List.of());
    }

    private static int between(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw AdminProblem.badRequest(
                    name + " " + number + " is out of range",
                    "Expected " + name + " as a number from 1 to " + most + ".");
        }
        return number;
    }
}
