package org.scora.console.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.scora.console.admin.MailboxRoutes.Exemption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns filtering off for a mailbox, or on again. */
@Command(
        name = "exempt",
        description = "Relay the mail of a mailbox unfiltered. Unknown recipients are still refused at the door.")
final class DomainExempt extends ServerCommand {

    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    @Parameters(index = "1", paramLabel = "MAILBOX", description = "The mailbox, with or without the domain.")
    private String mailbox = "";

    @Option(names = "--off", description = "Filter the mailbox's mail again.")
    private boolean off;

    DomainExempt(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        String path = AdminClient.path("domains", domain, "exemption") + "?mailbox="
                + URLEncoder.encode(mailbox, StandardCharsets.UTF_8);
        return off ? server.delete(path) : server.put(path, "");
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Exemption exemption = answer.as(Exemption.class);
        screen.line("Mail to " + exemption.recipient() + " is "
                + (exemption.exempt() ? "relayed unfiltered from now on." : "filtered from now on."));
        return ExitCode.OK;
    }
}
