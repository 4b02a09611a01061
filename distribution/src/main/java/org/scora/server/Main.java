package org.scora.server;

import java.nio.file.Path;
import org.scora.console.command.ScoraCommand;
import org.scora.demo.DemoCommand;
import org.scora.fit.FitCommand;
import picocli.CommandLine;

/** The {@code scora} command: what the console offers, and running the server itself. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Path home =
                Path.of(System.getProperty("scora.home", ".")).toAbsolutePath().normalize();
        int exitCode = commandLine(home).execute(arguments);
        // Threads of libraries may still run after a start that failed.
        System.exit(exitCode);
    }

    static CommandLine commandLine(Path home) {
        return ScoraCommand.polished(ScoraCommand.create(home, ConfigurationCheck::problems)
                .addSubcommand(new StartCommand(home))
                .addSubcommand(new DemoCommand(home))
                .addSubcommand(new FitCommand()));
    }
}
