package org.scora.console.command;

import org.scora.console.admin.SettingRoutes.SettingView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes back what was set for a domain. */
@Command(name = "unset", description = "Take back what was set for a domain: then its profile's value holds.")
final class DomainUnset extends ServerCommand {

    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "What to take back, such as spamQuarantine.")
    private String key = "";

    DomainUnset(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.delete(AdminClient.path("domains", domain, "settings", key));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        screen.line(SettingText.unset(answer.as(SettingView.class), "what its profile says"));
        return ExitCode.OK;
    }
}
