package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.console.admin.HeldView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists held messages. */
@Command(name = "list", description = "List held messages, the newest first.")
final class QuarantineList extends ServerCommand {

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Only those to recipients of this domain.")
    private Optional<String> domain = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, up to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    QuarantineList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        String ofDomain =
                domain.map(name -> "&domain=" + AdminClient.encoded(name)).orElse("");
        return server.get(AdminClient.path("quarantine") + "?limit=" + limit + ofDomain);
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        List<HeldView> held = Arrays.asList(answer.as(HeldView[].class));
        if (held.isEmpty()) {
            screen.line("No message is in quarantine"
                    + domain.map(name -> " for " + name).orElse("") + ".");
            return ExitCode.OK;
        }
        screen.table(
                List.of("RECEIPT", "HELD", "SCORE", "FROM", "TO", "SUBJECT"),
                held.stream().map(this::row).toList());
        screen.line(
                "To see why one is held: scora quarantine show RECEIPT. To let it go: scora quarantine release RECEIPT");
        return ExitCode.OK;
    }

    private List<String> row(HeldView held) {
        return List.of(
                held.receipt(),
                Text.minute(held.heldAt(), zone()) + (held.releasedAt().isPresent() ? " (released)" : ""),
                String.format(Locale.ROOT, "%.1f", held.score()),
                Text.sender(held.sender()),
                recipients(held.recipients()),
                held.subject());
    }

    private static String recipients(List<String> recipients) {
        String first = recipients.stream().findFirst().orElse("");
        return recipients.size() > 1 ? first + " and " + (recipients.size() - 1) + " more" : first;
    }
}
