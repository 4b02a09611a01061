package org.scora.console.command;

import java.util.Optional;
import org.scora.console.admin.UpkeepRoutes.Rebuilt;
import org.scora.journal.Upkeep.Comparison;
import org.scora.journal.Upkeep.Difference;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands about the sums of the journal. */
@Command(
        name = "journal",
        description = "Compare the sums that reports are made of with the journal's lines; make them again.")
final class JournalCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new JournalCommand())
                .addSubcommand(new Rebuild(surroundings))
                .addSubcommand(new Verify(surroundings));
    }

    /** Makes the sums again. */
    @Command(
            name = "rebuild",
            description =
                    "Sum the journal's lines up again. Hours whose lines are deleted stay as they are, and hours that"
                            + " are not over for long need it not: their lines are counted each time.")
    static final class Rebuild extends ServerCommand {
        @Mixin
        private Period period = new Period();

        Rebuild(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.postLong(AdminClient.path("journal-sums", "rebuild") + "?"
                    + period.query(surroundings().clock().instant(), zone()));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            screen.line(Text.count(answer.as(Rebuilt.class).hours(), "hour") + " summed up.");
            return ExitCode.OK;
        }
    }

    /** Compares sums and lines. */
    @Command(name = "verify", description = "Compare sums and lines; fails when they differ.")
    static final class Verify extends ServerCommand {
        @Option(names = "--domain", paramLabel = "DOMAIN", description = "Of this domain only.")
        private Optional<String> domain = Optional.empty();

        @Mixin
        private Period period = new Period();

        Verify(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.postLong(AdminClient.path("journal-sums", "verify") + "?"
                    + period.query(surroundings().clock().instant(), zone())
                    + domain.map(name -> "&domain=" + AdminClient.encoded(name)).orElse(""));
        }

        @Override
        ExitCode exitCode(AdminClient.Answer answer) {
            return answer.as(Comparison.class).differences().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            Comparison comparison = answer.as(Comparison.class);
            comparison.differences().forEach(difference -> screen.line(sentence(difference)));
            screen.line(Text.count(comparison.hours(), "hour") + " compared, "
                    + (comparison.differences().isEmpty()
                            ? "all as the lines say."
                            : "not all as the lines say; to sum up again: scora journal rebuild"));
            if (comparison.withoutLines() > 0) {
                screen.line(
                        Text.count(comparison.withoutLines(), "hour") + " can not be compared: the lines are deleted.");
            }
            return exitCode(answer);
        }

        private String sentence(Difference difference) {
            return Text.minute(difference.begin(), zone()) + " " + difference.domain() + ", "
                    + difference.of() + " " + difference.part() + ": " + difference.summed() + " summed up, "
                    + difference.inLines() + " in the lines";
        }
    }
}
