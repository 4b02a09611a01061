package org.scora.console.command;

import java.util.List;
import org.scora.console.admin.HeldView;
import org.scora.console.admin.IncidentRoutes.UndoPreview;
import org.scora.incident.IncidentFacts.Deleted;
import org.scora.incident.IncidentFacts.Example;
import org.scora.incident.Undo;
import org.scora.incident.Undoing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Releases what a broken finding held. */
@Command(
        name = "undo",
        description = {
            "Release what a broken finding held since the incident began and what would pass now; never a virus.",
            "Without --yes it only says what it would do."
        })
final class IncidentUndo extends ServerCommand {
    @Parameters(paramLabel = "NUMBER", description = "The number of the incident.")
    private long number;

    @Option(names = "--dry-run", description = "Only say what would be released.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Release it.")
    private boolean yes;

    IncidentUndo(Surroundings surroundings) {
        super(surroundings);
    }

    private boolean orders() {
        return yes && !dryRun;
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        String path = AdminClient.path("incidents", Long.toString(number), "undo");
        return orders() ? server.postLong(path) : server.get(path);
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        if (orders()) {
            Undo undo = answer.as(Undo.class);
            screen.line("Incident " + number + " is being undone, " + Undoing.BATCH + " messages a minute; ordered by "
                    + undo.orderedBy() + ". To see how far it is: scora incident show " + number);
            return ExitCode.OK;
        }
        UndoPreview preview = answer.as(UndoPreview.class);
        screen.line("Would release " + Text.count(preview.released(), "message") + ", and leave " + preview.kept()
                + " of those with the finding where they are.");
        if (preview.released() > 0) {
            screen.table(
                    List.of("RECEIPT", "HELD", "FROM", "SUBJECT"),
                    preview.newest().stream().map(this::row).toList());
            screen.line("To release them: scora incident undo " + number + " --yes");
        }
        preview.deleted().ifPresent(deleted -> show(deleted, screen));
        return ExitCode.OK;
    }

    private void show(Deleted deleted, Screen screen) {
        screen.line("Was deleted because of it: " + Text.count(deleted.copies(), "message")
                + ". Nobody can give that back; ask the senders to send it again. The newest:");
        screen.table(
                List.of("RECEIPT", "RECEIVED", "FROM", "TO", "SUBJECT"),
                deleted.newest().stream().map(this::row).toList());
    }

    private List<String> row(Example example) {
        return List.of(
                example.receipt(),
                Text.minute(example.receivedAt(), zone()),
                Text.sender(example.sender()),
                example.recipient(),
                example.subject());
    }

    private List<String> row(HeldView held) {
        return List.of(held.receipt(), Text.minute(held.heldAt(), zone()), Text.sender(held.sender()), held.subject());
    }
}
