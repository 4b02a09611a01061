package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import org.scora.learn.TrainingEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the server was taught. */
@Command(name = "log", description = "Show who taught the running server what, the newest first.")
final class LearnLog extends ServerCommand {

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, up to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    LearnLog(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get("/scora/lessons?limit=" + limit);
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        List<List<String>> rows =
                Arrays.stream(answer.as(TrainingEvent[].class)).map(this::row).toList();
        screen.table(List.of("Time", "By", "As", "Now", "From", "Subject"), rows);
        return ExitCode.OK;
    }

    private List<String> row(TrainingEvent event) {
        return List.of(
                Text.minute(event.at(), zone()),
                event.source().name(),
                event.unwanted() ? "spam" : "ham",
                state(event),
                event.sender(),
                event.subject());
    }

    private static String state(TrainingEvent event) {
        if (event.takenBackAt().isPresent()) {
            return "taken back";
        }
        return event.counts() ? "learned" : "too much";
    }
}
