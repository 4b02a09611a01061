package org.scora.console.command;

import org.scora.console.admin.DomainForm;
import org.scora.console.admin.DomainView;
import org.scora.domain.DomainState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a domain live. */
@Command(name = "activate", description = "Take mail for a domain that was pending or suspended.")
final class DomainActivate extends ServerCommand {

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    DomainActivate(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.put(AdminClient.path("domains", domain, "state"), DomainForm.of(DomainState.ACTIVE));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        screen.line("Mail for " + answer.as(DomainView.class).name() + " is taken from now on.");
        return ExitCode.OK;
    }
}
