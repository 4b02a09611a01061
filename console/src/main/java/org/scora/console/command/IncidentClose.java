package org.scora.console.command;

import org.scora.incident.Incident;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes an incident. */
@Command(name = "close", description = "Close an incident; a finding that is advisory counts again from now on.")
final class IncidentClose extends ServerCommand {
    @Parameters(paramLabel = "NUMBER", description = "The number of the incident.")
    private long number;

    @Option(names = "--trust", description = "The finding was right: do not suspect it again for 14 days.")
    private boolean trust;

    IncidentClose(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.postLong(AdminClient.path("incidents", Long.toString(number), "close") + "?trust=" + trust);
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Incident incident = answer.as(Incident.class);
        screen.line("Incident " + number + " is closed"
                + (incident.advisory() ? ", and " + incident.subject().words() + " counts again." : "."));
        return ExitCode.OK;
    }
}
