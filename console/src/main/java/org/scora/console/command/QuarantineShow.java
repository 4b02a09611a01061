package org.scora.console.command;

import java.util.List;
import java.util.Locale;
import org.scora.console.admin.HeldView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a held message. */
@Command(name = "show", description = "Show what is known of a held message; its content is not shown.")
final class QuarantineShow extends ServerCommand {

    @Parameters(paramLabel = "RECEIPT", description = "The message's receipt, or its key in the quarantine.")
    private String receipt = "";

    QuarantineShow(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(AdminClient.path("quarantine", receipt));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        for (HeldView held : answer.as(HeldView[].class)) {
            screen.table(List.of("Receipt", held.receipt()), rows(held));
            screen.line("");
        }
        return ExitCode.OK;
    }

    private List<List<String>> rows(HeldView held) {
        return List.of(
                List.of("Key", held.key()),
                List.of("From", Text.sender(held.sender())),
                List.of("To", String.join(", ", held.recipients())),
                List.of("Subject", held.subject()),
                List.of("Taken for", Text.word(held.category())),
                List.of("Score", String.format(Locale.ROOT, "%.1f", held.score())),
                List.of("Held because", held.reason()),
                List.of("Held since", Text.minute(held.heldAt(), zone())),
                List.of("Size", Text.count(held.size(), "byte")),
                List.of(
                        "Released",
                        held.releasedAt()
                                .map(time -> Text.minute(time, zone()))
                                .orElse("no; to release it: scora quarantine release " + held.receipt())));
    }
}
