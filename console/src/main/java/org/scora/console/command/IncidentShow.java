package org.scora.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scora.incident.Incident;
import org.scora.incident.IncidentFacts.Example;
import org.scora.incident.Undo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an incident. */
@Command(name = "show", description = "Show what is known of an incident: since when, the numbers, and some messages.")
final class IncidentShow extends ServerCommand {
    @Parameters(paramLabel = "NUMBER", description = "The number of the incident.")
    private long number;

    IncidentShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(AdminClient.path("incidents", Long.toString(number)));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Incident incident = answer.as(Incident.class);
        screen.line(incident.facts().sentence() + ".");
        screen.table(List.of("Incident", Long.toString(incident.id())), rows(incident));
        incident.facts().measures().forEach(measure -> {
            screen.line(Text.capitalized(measure.what()) + ":");
            screen.indented("    usual: " + measure.usual());
            screen.indented("    now:   " + measure.now());
        });
        if (!incident.facts().domains().isEmpty()) {
            screen.table(List.of("DOMAIN", "MESSAGES"), domains(incident));
        }
        if (!incident.facts().examples().isEmpty()) {
            screen.table(
                    List.of("RECEIPT", "RECEIVED", "FROM", "TO", "WANTED", "SUBJECT"),
                    incident.facts().examples().stream().map(this::row).toList());
        }
        if (incident.isOpen() && incident.subject().isFinding()) {
            screen.line("To see what would be released: scora incident undo " + number + " --dry-run");
        }
        return ExitCode.OK;
    }

    private List<List<String>> rows(Incident incident) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("About", incident.subject().words()));
        rows.add(List.of("State", IncidentList.state(incident)));
        rows.add(List.of("Since", Text.minute(incident.beganAt(), zone())));
        rows.add(List.of("Noticed", Text.minute(incident.openedAt(), zone())));
        incident.closedAt()
                .ifPresent(at -> rows.add(List.of(
                        "Closed",
                        Text.minute(at, zone()) + " by " + incident.closedBy().orElse("somebody"))));
        incident.trustedUntil().ifPresent(until -> rows.add(List.of("Trusted until", Text.minute(until, zone()))));
        incident.undo().ifPresent(undo -> rows.add(List.of("Undoing", undo(undo))));
        return rows;
    }

    private String undo(Undo undo) {
        return Text.count(undo.released(), "message") + " released, " + undo.kept() + " kept; "
                + undo.endedAt().map(at -> "ended " + Text.minute(at, zone())).orElse("under way");
    }

    private static List<List<String>> domains(Incident incident) {
        return incident.facts().domains().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(20)
                .map(entry -> List.of(entry.getKey(), Long.toString(entry.getValue())))
                .toList();
    }

    private List<String> row(Example example) {
        return List.of(
                example.receipt(),
                Text.minute(example.receivedAt(), zone()),
                Text.sender(example.sender()),
                example.recipient(),
                example.wanted() ? "yes" : "",
                example.subject());
    }
}
