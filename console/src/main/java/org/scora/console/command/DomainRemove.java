package org.scora.console.command;

import org.scora.console.admin.DomainView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forgets a domain. */
@Command(name = "remove", description = "Forget a domain with its mailboxes and exemptions; its mail is refused then.")
final class DomainRemove extends ServerCommand {

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    @Option(names = "--yes", description = "Really do it. There is no undo.")
    private boolean really;

    DomainRemove(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        if (!really) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "This forgets the mailboxes of " + domain + " and refuses its mail for good. If that is meant: "
                            + "scora domain remove " + domain + " --yes");
        }
        return server.delete(AdminClient.path("domains", domain));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        screen.line(answer.as(DomainView.class).name() + " is not protected any more; its mail is refused.");
        return ExitCode.OK;
    }
}
