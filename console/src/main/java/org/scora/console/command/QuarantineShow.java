package org.scora.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scora.console.admin.HeldView;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldState;
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
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of("Key", held.key()),
                List.of("From", String.join(", ", held.from())),
                List.of("Sent by", Text.sender(held.sender())),
                List.of("Message-ID", held.messageId().orElse("-")),
                List.of("Subject", held.subject()),
                List.of("Taken for", Text.word(held.category())),
                List.of("Score", String.format(Locale.ROOT, "%.1f", held.score())),
                List.of("Held because", held.reason()),
                List.of("Findings", String.join(", ", held.findings())),
                List.of("Held since", Text.minute(held.heldAt(), zone())),
                List.of("Size", Text.count(held.size(), "byte")),
                List.of("Legal hold", held.legalHold() ? "yes" : "no")));
        held.copies().forEach(copy -> rows.add(List.of("To " + copy.recipient(), standing(copy))));
        if (held.copies().stream().anyMatch(copy -> copy.state() == HeldState.HELD)) {
            rows.add(List.of("To release it", "scora quarantine release " + held.receipt()));
        }
        return rows;
    }

    private String standing(HeldCopy copy) {
        String owner = copy.owner().equalsIgnoreCase(copy.recipient()) ? "" : " (mailbox " + copy.owner() + ")";
        return Text.word(copy.state())
                + copy.changedAt()
                        .map(time -> " " + Text.minute(time, zone()) + " by " + copy.changedBy())
                        .orElse("")
                + owner;
    }
}
