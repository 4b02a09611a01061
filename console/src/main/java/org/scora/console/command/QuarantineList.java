package org.scora.console.command;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists held messages. */
@Command(name = "list", description = "List held messages, the newest first.")
final class QuarantineList extends ServerCommand {
    @Option(names = "--domain", paramLabel = "DOMAIN", description = "Only those to recipients of this domain.")
    private Optional<String> domain = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, up to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    QuarantineList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        String ofDomain =
                domain.map(name -> "&domain=" + AdminClient.encoded(name)).orElse("");
        return server.get(AdminClient.path("quarantine") + "?limit=" + limit + ofDomain);
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        String none = "No message is in quarantine"
                + domain.map(name -> " for " + name).orElse("") + ".";
        return HeldTable.show(answer, screen, zone(), limit, none);
    }
}
