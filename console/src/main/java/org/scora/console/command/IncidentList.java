package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import org.scora.incident.Incident;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists incidents. */
@Command(name = "list", description = "List the incidents that are open.")
final class IncidentList extends ServerCommand {
    @Option(names = "--all", description = "Also those that are closed.")
    private boolean all;

    IncidentList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(AdminClient.path("incidents") + "?all=" + all);
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        List<Incident> incidents = Arrays.asList(answer.as(Incident[].class));
        if (incidents.isEmpty()) {
            screen.line(all ? "There was no incident." : "No incident is open.");
            return ExitCode.OK;
        }
        screen.table(
                List.of("NUMBER", "ABOUT", "SINCE", "NOTICED", "STATE"),
                incidents.stream().map(this::row).toList());
        screen.line("To see one: scora incident show NUMBER");
        return ExitCode.OK;
    }

    private List<String> row(Incident incident) {
        return List.of(
                Long.toString(incident.id()),
                incident.subject().words(),
                Text.minute(incident.beganAt(), zone()),
                Text.minute(incident.openedAt(), zone()),
                state(incident));
    }

    /** What it is now. */
    static String state(Incident incident) {
        if (!incident.isOpen()) {
            return incident.trustedUntil().isPresent() ? "closed, trusted" : "closed";
        }
        return incident.advisory() ? "advisory" : "reported";
    }
}
