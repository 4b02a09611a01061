package org.scora.console.command;

import java.util.Map;
import org.scora.console.admin.PersonRoutes.Erased;
import org.scora.console.admin.PersonRoutes.Stored;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about what is stored about a person. */
@Command(name = "person", description = "Export or erase what is stored about a person.")
final class PersonCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new PersonCommand())
                .addSubcommand(new Export(surroundings))
                .addSubcommand(new Erase(surroundings));
    }

    /** Tells what is stored. */
    @Command(name = "export", description = "Print all that is stored about a person; with --json for a program.")
    static final class Export extends ServerCommand {
        @Parameters(paramLabel = "ADDRESS", description = "The person's address.")
        private String address = "";

        Export(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(AdminClient.path("persons", address));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            Stored stored = answer.as(Stored.class);
            if (stored.data().isEmpty()) {
                screen.line("Nothing is stored about " + address + ".");
            }
            stored.data().forEach((what, rows) -> {
                screen.line(Text.capitalized(what) + ": " + rows.size());
                rows.forEach(row -> screen.indented("  " + values(row)));
            });
            return ExitCode.OK;
        }

        private static String values(Map<String, Object> row) {
            StringBuilder values = new StringBuilder();
            row.forEach((name, value) -> values.append(values.isEmpty() ? "" : ", ")
                    .append(name)
                    .append(' ')
                    .append(value));
            return values.toString();
        }
    }

    /** Takes a person out of what is stored. */
    @Command(
            name = "erase",
            description =
                    "Erase what is stored about a person. In what is counted, a word stands in the address's place that"
                            + " nobody can trace back. Mail under legal hold and settings that somebody made stay.")
    static final class Erase extends ServerCommand {
        @Parameters(paramLabel = "ADDRESS", description = "The person's address.")
        private String address = "";

        @Option(names = "--yes", required = true, description = "Has to be said, since it can not be undone.")
        private boolean yes;

        Erase(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.delete(AdminClient.path("persons", address));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            Erased erased = answer.as(Erased.class);
            if (erased.rows().isEmpty()) {
                screen.line("Nothing was stored about " + address + ".");
                return ExitCode.OK;
            }
            erased.rows().forEach((what, rows) -> screen.line(rows + " " + what));
            screen.line("Erased. The audit log says that it was done, without the address.");
            return ExitCode.OK;
        }
    }
}
