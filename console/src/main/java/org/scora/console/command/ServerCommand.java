package org.scora.console.command;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks the running server one thing, and shows the answer to a person or to a program. */
abstract class ServerCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final AdminClient server;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, for a program.")
    private boolean json;

    ServerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.server = new AdminClient(surroundings.varFolder());
    }

    /** Asks the server. */
    abstract AdminClient.Answer ask(AdminClient server);

    /** Shows the answer to a person. */
    abstract ExitCode show(AdminClient.Answer answer, Screen screen);

    /** How the command ends when a program gets the answer. */
    ExitCode exitCode(AdminClient.Answer answer) {
        return ExitCode.OK;
    }

    @Override
    public final Integer call() {
        AdminClient.Answer answer = ask(server);
        Screen screen = screen();
        if (json) {
            screen.json(answer.json());
            return exitCode(answer).number();
        }
        return show(answer, screen).number();
    }

    /** Where to tell something before the answer is complete. */
    final Screen screen() {
        return new Screen(spec.commandLine());
    }

    final boolean wantsJson() {
        return json;
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    final ZoneId zone() {
        return surroundings.clock().getZone();
    }
}
