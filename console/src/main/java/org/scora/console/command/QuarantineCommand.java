package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about held messages. */
@Command(name = "quarantine", description = "Find held messages and release them.")
final class QuarantineCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new QuarantineCommand())
                .addSubcommand(new QuarantineList(surroundings))
                .addSubcommand(new QuarantineShow(surroundings))
                .addSubcommand(new QuarantineRelease(surroundings));
    }
}
