package org.scora.console.command;

import org.scora.console.admin.DomainForm;
import org.scora.console.admin.DomainView;
import org.scora.domain.DomainState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a domain on hold. */
@Command(name = "suspend", description = "Take no mail for a domain for now: senders are told to try again later.")
final class DomainSuspend extends ServerCommand {

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    DomainSuspend(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.put(AdminClient.path("domains", domain, "state"), DomainForm.of(DomainState.SUSPENDED));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        String name = answer.as(DomainView.class).name();
        screen.line("Mail for " + name + " is put off from now on; most senders try for some days.");
        screen.line("To take it again: scora domain activate " + name);
        return ExitCode.OK;
    }
}
