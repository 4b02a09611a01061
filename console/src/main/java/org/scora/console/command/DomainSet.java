package org.scora.console.command;

import org.scora.console.admin.SettingRoutes.SettingView;
import org.scora.console.admin.SettingRoutes.ValueForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets one thing of a domain. */
@Command(
        name = "set",
        description = {
            "Set one thing of a domain and leave all others as they are.",
            "What can be set: scora domain show DOMAIN"
        })
final class DomainSet extends ServerCommand {

    @Parameters(index = "0", paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    @Parameters(index = "1", paramLabel = "KEY", description = "What to set, such as tls or spamQuarantine.")
    private String key = "";

    @Parameters(index = "2", paramLabel = "VALUE", description = "The value, such as required or cautious.")
    private String value = "";

    DomainSet(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.put(AdminClient.path("domains", domain, "settings", key), new ValueForm(value));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        screen.line(SettingText.set(answer.as(SettingView.class)));
        return ExitCode.OK;
    }
}
