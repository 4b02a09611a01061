package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about what is decided. */
@Command(name = "policy", description = "Try what a change of settings, weights or lists would do, before it is made.")
final class PolicyCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new PolicyCommand()).addSubcommand(PolicyTry.create(surroundings));
    }
}
