package org.scora.console.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scora.console.GatewayStatus;
import org.scora.console.GatewayStatus.Counts;
import org.scora.console.HealthLine;
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
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm z", Locale.ENGLISH);

    /** A name and what stands beside it. */
    public record Row(String name, String value) {}

    static StatusPage of(GatewayStatus status, ZoneId zone) {
        return new StatusPage(
                status.hostname(),
                status.version(),
                status.healthy(),
                status.healthy() ? "Everything works" : "Something does not work",
                facts(status, zone),
                status.counts().map(StatusPage::today).orElse(List.of()),
                status.health(),
                minute(status.readAt(), zone));
    }

    private static List<Row> facts(GatewayStatus status, ZoneId zone) {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("Running since", minute(status.runningSince(), zone) + " (" + lasting(status) + ")"));
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

    private static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    private static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
