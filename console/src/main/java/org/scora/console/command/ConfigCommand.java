package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about the configuration. */
@Command(name = "config", description = "Check the configuration.")
final class ConfigCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new ConfigCommand()).addSubcommand(new ConfigCheck(surroundings));
    }
}
