package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.DigestRoutes.DigestForm;
import org.scora.console.admin.DigestRoutes.DigestText;
import org.scora.report.digest.Digests.Sent;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about digests. */
@Command(name = "digest", description = "Mails that tell the owners of mailboxes what is held for them.")
final class DigestCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new DigestCommand())
                .addSubcommand(new Send(surroundings))
                .addSubcommand(new Show(surroundings));
    }

    /** Sends digests. */
    @Command(
            name = "send",
            description =
                    "Send digests now, at whatever time they are due: about what is held and was in none yet. Of a"
                            + " domain, those get one who get digests at all.")
    static final class Send extends ServerCommand {
        /** Whose. */
        static final class Choice {
            @Parameters(paramLabel = "ADDRESS", description = "The address of a mailbox.")
            private Optional<String> mailbox = Optional.empty();

            @Option(names = "--domain", paramLabel = "DOMAIN", description = "All mailboxes of a domain.")
            private Optional<String> domain = Optional.empty();

            @Option(names = "--all", description = "All mailboxes of all domains.")
            private boolean all;
        }

        @ArgGroup(multiplicity = "1")
        private Choice choice = new Choice();

        @Option(names = "--dry-run", description = "Say only what would be sent.")
        private boolean dryRun;

        Send(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.postLong(AdminClient.path("digests"), new DigestForm(choice.mailbox, choice.domain, dryRun));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            List<Sent> sent = Arrays.asList(answer.as(Sent[].class));
            if (sent.isEmpty()) {
                screen.line("Nothing is new, so no digest " + (dryRun ? "would be sent." : "was sent."));
                return ExitCode.OK;
            }
            screen.table(
                    List.of("MAILBOX", "MESSAGES", "TO"),
                    sent.stream()
                            .map(one -> List.of(
                                    one.owner(), Integer.toString(one.messages()), String.join(", ", one.recipients())))
                            .toList());
            screen.line(Text.count(sent.size(), "digest") + (dryRun ? " would be sent." : " on the way."));
            return ExitCode.OK;
        }
    }

    /** Shows a digest. */
    @Command(name = "show", description = "Show the text of the digest that a mailbox would get now.")
    static final class Show extends ServerCommand {
        @Parameters(paramLabel = "ADDRESS", description = "The address of the mailbox.")
        private String mailbox = "";

        Show(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(AdminClient.path("digests", mailbox));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            DigestText digest = answer.as(DigestText.class);
            digest.text()
                    .ifPresentOrElse(
                            text -> text.lines().forEach(screen::line),
                            () -> screen.line("Nothing is new for " + digest.mailbox() + "."));
            return ExitCode.OK;
        }
    }
}
