package org.scora.console.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scora.console.admin.MailboxRoutes.MailboxForm;
import org.scora.console.admin.MailboxRoutes.MailboxesAdded;
import org.scora.console.admin.MailboxRoutes.MailboxesRemoved;
import org.scora.message.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands about the list of a domain's mailboxes. */
@Command(name = "mailboxes", description = "The list of a domain's mailboxes.")
final class MailboxesCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new MailboxesCommand())
                .addSubcommand(new MailboxesImport(surroundings))
                .addSubcommand(new Add(surroundings))
                .addSubcommand(new Remove(surroundings))
                .addSubcommand(new ListMailboxes(surroundings));
    }

    /** A command about some mailboxes. */
    abstract static class OfSome extends ServerCommand {
        @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain's name.")
        private String domain = "";

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "MAILBOX",
                description = "A user's name, with or without the domain.")
        private List<String> names = new ArrayList<>();

        OfSome(Surroundings surroundings) {
            super(surroundings);
        }

        String domain() {
            return domain;
        }

        MailboxForm names() {
            return new MailboxForm(names);
        }
    }

    /** Adds some. */
    @Command(name = "add", description = "Put mailboxes on the list.")
    static final class Add extends OfSome {
        Add(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.post(AdminClient.path("domains", domain(), "mailboxes"), names());
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            int added = answer.as(MailboxesAdded.class).added();
            screen.line(
                    added == 0
                            ? "Nothing to do: that is on the list already."
                            : Text.count(added, "mailbox") + " added to the list of " + domain() + ".");
            return ExitCode.OK;
        }
    }

    /** Removes some. */
    @Command(name = "remove", description = "Take mailboxes off the list; mail to them is refused then.")
    static final class Remove extends OfSome {
        Remove(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.post(AdminClient.path("domains", domain(), "mailboxes", "removal"), names());
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            int removed = answer.as(MailboxesRemoved.class).removed();
            screen.line(
                    removed == 0
                            ? "Nothing to do: that was not on the list of " + domain() + "."
                            : Text.count(removed, "mailbox") + " taken off the list of " + domain() + ".");
            return removed == 0 ? ExitCode.FAILED : ExitCode.OK;
        }
    }

    /** Lists all. */
    @Command(name = "list", description = "List the mailboxes, one a line.")
    static final class ListMailboxes extends ServerCommand {
        private static final int PAGE = 20_000;

        @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
        private String domain = "";

        private final List<String[]> pages = new ArrayList<>();

        ListMailboxes(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            String path = AdminClient.path("domains", domain, "mailboxes") + "?limit=" + PAGE + "&after=";
            String last = "";
            String[] page;
            do {
                page = server.get(path + AdminClient.encoded(last)).as(String[].class);
                pages.add(page);
                last = page.length == 0 ? last : page[page.length - 1];
            } while (page.length == PAGE);
            return new AdminClient.Answer(
                    Json.write(pages.stream().flatMap(Arrays::stream).toList()));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            pages.stream().flatMap(Arrays::stream).forEach(screen::line);
            return ExitCode.OK;
        }
    }
}
