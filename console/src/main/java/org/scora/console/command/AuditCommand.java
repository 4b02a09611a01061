package org.scora.console.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scora.audit.AuditLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows who changed what. */
@Command(name = "audit", description = "Show who changed what, when, from what to what; the newest first.")
final class AuditCommand extends ServerCommand {

    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Of this domain only.")
    private Optional<String> domain = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Day.class,
            description = "From this day on, such as 2026-11-24.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "At most this many (default: ${DEFAULT-VALUE}).")
    private int limit;

    AuditCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        StringBuilder path =
                new StringBuilder(AdminClient.path("audit")).append("?limit=").append(limit);
        domain.ifPresent(name -> path.append("&domain=").append(URLEncoder.encode(name, StandardCharsets.UTF_8)));
        since.ifPresent(
                day -> path.append("&since=").append(day.atStartOfDay(zone()).toInstant()));
        return server.get(path.toString());
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        List<AuditLine> lines = Arrays.asList(answer.as(AuditLine[].class));
        if (lines.isEmpty()) {
            screen.line("Nothing was changed.");
            return ExitCode.OK;
        }
        screen.table(
                List.of("WHEN", "WHO", "DOMAIN", "WHAT", "BEFORE", "AFTER", "REASON"),
                lines.stream().map(this::row).toList());
        return ExitCode.OK;
    }

    private List<String> row(AuditLine line) {
        return List.of(
                Text.minute(line.at(), zone()),
                line.who(),
                line.domain().orElse("-"),
                line.what(),
                shown(line.before()),
                shown(line.after()),
                shown(line.reason()));
    }

    private static String shown(Optional<String> text) {
        return text.filter(some -> !some.isEmpty()).orElse("-");
    }
}
