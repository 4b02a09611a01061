package org.scora.console.command;

import java.util.concurrent.Callable;
import org.scora.domain.DomainNames;
import org.scora.message.Json;
import org.scora.seal.SealKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a domain's own server needs to know its seals. */
@Command(
        name = "key",
        description = {
            "Show the key and the token of a domain, for the rules on its own server. Keep both as secret as a password:"
                    + " whoever has the key can make the domain's seals."
        })
final class SealKeyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Parameters(paramLabel = "DOMAIN", description = "The domain's name.")
    private String domain = "";

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    SealKeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** For a program. */
    record Keys(String domain, String key, String token) {}

    @Override
    public Integer call() {
        String name = DomainNames.find(domain)
                .orElseThrow(() -> new CommandFailure(ExitCode.USAGE, "'" + domain + "' is not a domain's name."));
        SealKey key = SealSecret.in(surroundings).keyOf(name);
        Screen screen = new Screen(spec.commandLine());
        if (json) {
            screen.json(Json.write(new Keys(name, key.hex(), key.token())));
        } else {
            screen.line("Domain:  " + name);
            screen.line("Key:     " + key.hex());
            screen.line("Token:   " + key.token());
        }
        return ExitCode.OK.number();
    }
}
