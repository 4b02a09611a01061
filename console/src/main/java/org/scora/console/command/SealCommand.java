package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about the seal on relayed mail. */
@Command(name = "seal", description = "Tell mail that came through this gateway from mail that went around it.")
final class SealCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new SealCommand())
                .addSubcommand(new SealVerify(surroundings))
                .addSubcommand(new SealKeyCommand(surroundings));
    }
}
