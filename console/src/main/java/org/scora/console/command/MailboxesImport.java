package org.scora.console.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scora.directory.DirectoryDifference;
import org.scora.domain.MailboxDifference;
import org.scora.message.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in a list. */
@Command(
        name = "import",
        description = {
            "Bring in a list of mailboxes: a text file with one user name a line, aliases included, or an LDAP directory.",
            "Says first what it adds and removes, then does it, all in one step."
        })
final class MailboxesImport extends ServerCommand {

    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "Empty lines and those that begin with a number sign are left out.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--ldap",
            paramLabel = "NAME",
            description = "Instead of a file: the directory that conf/directories/NAME.properties describes.")
    private Optional<String> directory = Optional.empty();

    @Option(names = "--dry-run", description = "Only say what would be added and removed.")
    private boolean dryRun;

    @Option(names = "--replace", description = "Remove the mailboxes that are not in the file or directory.")
    private boolean replace;

    @Option(names = "--force", description = "Even when more than half of the list would be removed.")
    private boolean force;

    @Option(names = "--csv", description = "The file is a table with commas (or semicolons) and a row of heads.")
    private boolean csv;

    @Option(
            names = "--column",
            paramLabel = "HEAD",
            description = "With --csv: the column with the user names or addresses, if its head is not a usual one.")
    private Optional<String> column = Optional.empty();

    MailboxesImport(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        if (file.isPresent() == directory.isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "Name either a file, or a directory by --ldap NAME.");
        }
        return directory.isPresent() ? ofDirectory(server, directory.get()) : ofFile(server, file.get());
    }

    private AdminClient.Answer ofFile(AdminClient server, Path list) {
        try (MailboxUpload upload = MailboxUpload.of(list, domain, csv, column)) {
            AdminClient.Answer plan = server.upload(path(true, "import"), upload.content());
            MailboxDifference difference = plan.as(MailboxDifference.class);
            tell(String.valueOf(list.getFileName()), difference);
            return ends(difference) ? plan : server.upload(path(false, "import"), upload.content());
        }
    }

    private AdminClient.Answer ofDirectory(AdminClient server, String name) {
        DirectoryDifference plan =
                server.postLong(path(true, "directory", name)).as(DirectoryDifference.class);
        tell("the directory " + name, plan.difference());
        if (plan.leftOut() > 0 && !wantsJson()) {
            screen().indented("  left out, since they can be no mailbox here: " + plan.leftOut() + ", such as "
                    + String.join(", ", plan.someLeftOut()));
        }
        DirectoryDifference done = ends(plan.difference())
                ? plan
                : server.postLong(path(false, "directory", name)).as(DirectoryDifference.class);
        return new AdminClient.Answer(Json.write(done.difference()));
    }

    /** Whether nothing is to be done after the plan was told. */
    private boolean ends(MailboxDifference difference) {
        boolean nothing = difference.added() + difference.removed() == 0;
        boolean refused = difference.empties() && replace && !force;
        return dryRun || nothing || refused;
    }

    private String path(boolean dry, String... source) {
        String[] parts = new String[source.length + 3];
        parts[0] = "domains";
        parts[1] = domain;
        parts[2] = "mailboxes";
        System.arraycopy(source, 0, parts, 3, source.length);
        return AdminClient.path(parts) + "?replace=" + replace + "&force=" + force + "&dryRun=" + dry;
    }

    private void tell(String source, MailboxDifference difference) {
        if (wantsJson()) {
            return;
        }
        screen().line("The list of " + domain + " has " + Text.count(difference.before(), "mailbox") + "; " + source
                + " adds " + difference.added() + " and removes " + difference.removed() + ".");
        some("added", difference.added(), difference.someAdded());
        some("removed", difference.removed(), difference.someRemoved());
    }

    private void some(String what, long number, List<String> names) {
        if (number > 0) {
            String more = number > names.size() ? ", and " + (number - names.size()) + " more" : "";
            screen().indented("  " + what + ": " + String.join(", ", names) + more);
        }
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        MailboxDifference difference = answer.as(MailboxDifference.class);
        if (difference.applied()) {
            screen.line("Done.");
            return ExitCode.OK;
        }
        if (difference.added() + difference.removed() == 0) {
            screen.line("Nothing to do.");
            return ExitCode.OK;
        }
        if (difference.empties() && !force) {
            screen.line(
                    "Nothing was changed: that would remove more than half of the list, which is seldom meant. If it"
                            + " is: add --force");
            return dryRun ? ExitCode.OK : ExitCode.FAILED;
        }
        screen.line("Nothing was changed. To do it, leave out --dry-run.");
        return ExitCode.OK;
    }
}
