package org.scora.console.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.scora.console.admin.ExportRoutes.ImportView;
import org.scora.export.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings the settings in line with a file. */
@Command(
        name = "import",
        description = {
            "Bring all settings in line with a file that scora export wrote, and show each difference.",
            "What the file does not name stays; what it names becomes what it says. Twice is as once."
        })
final class ImportCommand extends ServerCommand {

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Only show the differences.")
    private boolean dryRun;

    @Option(names = "--force", description = "Even when more than half of a domain's mailboxes would be removed.")
    private boolean force;

    ImportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.USAGE, "There is no file " + file + " that can be read.");
        }
        return server.upload(
                AdminClient.path("import") + "?dryRun=" + dryRun + "&force=" + force + "&name="
                        + AdminClient.encoded(String.valueOf(file.getFileName())),
                this::content);
    }

    private InputStream content() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        ImportView view = answer.as(ImportView.class);
        if (view.differences().isEmpty()) {
            screen.line("Nothing to do: all is as " + file.getFileName() + " says.");
            return ExitCode.OK;
        }
        screen.table(
                List.of("WHERE", "WHAT", "IS", "BECOMES"),
                view.differences().stream().map(ImportCommand::row).toList());
        String number = Text.count(view.differences().size(), "change");
        screen.line(view.applied() ? number + " made." : number + " to make. To make them, leave out --dry-run.");
        return ExitCode.OK;
    }

    private static List<String> row(Difference difference) {
        return List.of(difference.where(), difference.what(), shown(difference.before()), shown(difference.after()));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
