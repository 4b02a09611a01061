package org.scora.console.command;

import java.util.ArrayList;
import java.util.List;
import org.scora.console.GatewayStatus;
import org.scora.console.HealthLine;
import org.scora.policy.Disposition;
import picocli.CommandLine.Command;

/** Says how the server is. */
@Command(
        name = "status",
        description = "Say whether the server runs, and how it is. Exit code 1 when something does not work.")
final class StatusCommand extends ServerCommand {

    StatusCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(AdminClient.path("status"));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        GatewayStatus status = answer.as(GatewayStatus.class);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Running since", Text.minute(status.runningSince(), zone())));
        status.counts().ifPresent(counts -> {
            rows.add(List.of("Domains", counts.activeDomains() + " active, " + counts.otherDomains() + " not active"));
            rows.add(List.of("Today", today(counts)));
            rows.add(List.of("In quarantine", Text.count(counts.held(), "message")));
        });
        status.waiting().ifPresent(waiting -> rows.add(List.of("In the queue", Text.count(waiting, "message"))));
        status.health().forEach(line -> rows.add(List.of(line.name(), health(line))));
        screen.table(List.of("Scora " + status.version(), status.hostname()), rows);
        return status.healthy() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String today(GatewayStatus.Counts counts) {
        return counts.today(Disposition.NORMAL) + " normal, " + counts.today(Disposition.FLAG_SUBJECT)
                + " flagged, " + counts.today(Disposition.QUARANTINE) + " quarantined, "
                + counts.today(Disposition.DELETE) + " deleted";
    }

    private static String health(HealthLine line) {
        return (line.working() ? line.warning() ? "LOOK: " : "" : "NOT WORKING: ") + line.sentence();
    }
}
