package org.scora.console.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scora.console.GatewayStatus;
import org.scora.console.GatewayStatus.Counts;
import org.scora.console.HealthLine;
import org.scora.console.web.visit.Times;
import org.scora.policy.Disposition;

/**
 * What the status page says, in words.
 *
 * @param headline whether all is well
 * @param facts about the server
 * @param today what became of today's mail
 */
public record StatusPage(
        String hostname,
        String version,
        boolean healthy,
        String headline,
        List<Row> facts,
        List<Row> today,
        List<HealthLine> health,
        String readAt) {
    /** A name and what stands beside it. */
    public record Row(String name, String value) {}

    static StatusPage of(GatewayStatus status, Times times) {
        return new StatusPage(
                status.hostname(),
                status.version(),
                status.healthy(),
                status.healthy() ? "Everything works" : "Something does not work",
                facts(status, times),
                status.counts().map(StatusPage::today).orElse(List.of()),
                status.health(),
                times.minute(status.readAt()));
    }

    private static List<Row> facts(GatewayStatus status, Times times) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("Running since", times.minute(status.runningSince()) + " (" + lasting(status) + ")"));
        status.counts().ifPresent(counts -> {
            facts.add(new Row("Domains protected", domains(counts)));
            facts.add(new Row("Held in quarantine", grouped(counts.held())));
        });
        status.waiting().ifPresent(waiting -> facts.add(new Row("Waiting in the queue", grouped(waiting))));
        return facts;
    }

    private static String domains(Counts counts) {
        String active = grouped(counts.activeDomains());
        return counts.otherDomains() == 0 ? active : active + ", and " + grouped(counts.otherDomains()) + " not active";
    }

    private static List<Row> today(Counts counts) {
        return List.of(
                new Row("Normal", grouped(counts.today(Disposition.NORMAL))),
                new Row("Subject flagged", grouped(counts.today(Disposition.FLAG_SUBJECT))),
                new Row("Quarantined", grouped(counts.today(Disposition.QUARANTINE))),
                new Row("Deleted", grouped(counts.today(Disposition.DELETE))));
    }

    private static String lasting(GatewayStatus status) {
        Duration lasting = Duration.between(status.runningSince(), status.readAt());
        if (lasting.toDays() > 0) {
            return lasting.toDays() + " d " + lasting.toHoursPart() + " h";
        }
        return lasting.toHours() > 0
                ? lasting.toHours() + " h " + lasting.toMinutesPart() + " min"
                : Math.max(0, lasting.toMinutes()) + " min";
    }

    private static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
