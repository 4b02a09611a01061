package org.scora.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes all settings. */
@Command(
        name = "export",
        description = {
            "Write all domains, mailboxes, aliases, profiles, lists and exemptions as text, sorted, one thing a line:",
            "fit for git, and for scora import."
        })
final class ExportCommand extends ServerCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to write it; the screen when left out.")
    private Optional<Path> file = Optional.empty();

    ExportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(AdminClient.path("export"));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        if (file.isEmpty()) {
            screen.json(answer.json().stripTrailing());
            return ExitCode.OK;
        }
        try {
            Files.writeString(file.get(), answer.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        screen.line("Written to " + file.get() + ".");
        return ExitCode.OK;
    }
}
