package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about held messages. */
@Command(name = "quarantine", description = "Find held messages, and release or delete them.")
final class QuarantineCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new QuarantineCommand())
                .addSubcommand(new QuarantineList(surroundings))
                .addSubcommand(new QuarantineSearch(surroundings))
                .addSubcommand(new QuarantineShow(surroundings))
                .addSubcommand(new QuarantineRelease(surroundings))
                .addSubcommand(new QuarantineDelete.Delete(surroundings))
                .addSubcommand(new QuarantineDelete.Report(surroundings))
                .addSubcommand(new QuarantineDelete.Hold(surroundings))
                .addSubcommand(new RequestCommands.Request(surroundings))
                .addSubcommand(new RequestCommands.Requests(surroundings))
                .addSubcommand(new RequestCommands.Approve(surroundings))
                .addSubcommand(new RequestCommands.Decline(surroundings))
                .addSubcommand(new QuarantineVerify(surroundings));
    }
}
