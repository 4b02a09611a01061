package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import org.scora.incident.Incident;
import picocli.CommandLine.Command;

/** Looks for incidents now. */
@Command(name = "check", description = "Look now whether something is unusual; the server does so every five minutes.")
final class IncidentCheck extends ServerCommand {

    IncidentCheck(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.postLong(AdminClient.path("incidents", "check"));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        List<Incident> opened = Arrays.asList(answer.as(Incident[].class));
        if (opened.isEmpty()) {
            screen.line("Nothing new is unusual.");
        }
        opened.forEach(incident -> screen.line("Incident " + incident.id() + ": "
                + incident.facts().sentence() + ". To see it: scora incident show " + incident.id()));
        return ExitCode.OK;
    }
}
