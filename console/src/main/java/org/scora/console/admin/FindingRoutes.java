package org.scora.console.admin;

import static org.scora.console.admin.JsonRoute.answering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.james.webadmin.Routes;
import org.scora.incident.Incidents;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.policy.Disposition;
import org.scora.score.Advisory;
import spark.Service;

/** How often findings were made on this site, by its journal. */
public final class FindingRoutes implements Routes {
    private static final int DAYS = 7;
    private static final int MOST_DAYS = 366;
    // Of a large site the newest lines tell enough.
    private static final int MOST_LINES = 20_000;

    private final Journal journal;
    private final Incidents incidents;
    private final Clock clock;

    @Inject
    public FindingRoutes(Journal journal, Incidents incidents, Clock clock) {
        this.journal = journal;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * How often findings were made.
     *
     * @param days how far back was looked
     * @param messages how many messages were looked at: at most those of the newest 20,000 lines of the journal
     * @param findings those that were made, by name
     * @param advisories those that are advisory, for the whole site
     */
    public record FindingCounts(
            int days, long messages, Map<String, FindingCount> findings, List<Advisory> advisories) {}

    /**
     * How often one finding was made.
     *
     * @param fired in how many messages
     * @param overruled in how many of them that were held, and then released
     */
    public record FindingCount(long fired, long overruled) {
        FindingCount and(boolean released) {
            return new FindingCount(fired + 1, overruled + (released ? 1 : 0));
        }
    }

    @Override
    public String getBasePath() {
        return "/scora/findings";
    }

    @Override
    public void define(Service service) {
        service.get(getBasePath(), answering(this::counts));
    }

    private FindingCounts counts(AdminRequest request) {
        int days = days(request);
        Instant now = clock.instant();
        List<JournalLine> lines =
                journal.between(Optional.empty(), now.minus(Duration.ofDays(days)), now.plusSeconds(1), MOST_LINES);
        Map<String, FindingCount> counts = new HashMap<>();
        Set<String> receipts = new HashSet<>();
        for (JournalLine line : lines) {
            if (receipts.add(line.receipt())) {
                line.findings()
                        .forEach(name -> counts.merge(
                                name,
                                new FindingCount(0, 0).and(released(line)),
                                (sum, one) -> sum.and(released(line))));
            }
        }
        return new FindingCounts(days, receipts.size(), counts, incidents.advisories());
    }

    private static int days(AdminRequest request) {
        String remedy = "Expected days as a number from 1 to " + MOST_DAYS + ".";
        int days = request.query("days")
                .map(text -> AdminRequest.valid(() -> Integer.parseInt(text), remedy))
                .orElse(DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw AdminProblem.badRequest(days + " days are out of range", remedy);
        }
        return days;
    }

    private static boolean released(JournalLine line) {
        return line.disposition() == Disposition.QUARANTINE
                && (line.outcome() == Outcome.RELEASED || line.outcome() == Outcome.DELIVERED);
    }
}
