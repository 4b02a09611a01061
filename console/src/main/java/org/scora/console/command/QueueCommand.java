package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about mail that waits for its delivery. */
@Command(name = "queue", description = "See which mail waits for its delivery and why; try it now, or drop it.")
final class QueueCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new QueueCommand())
                .addSubcommand(new QueueList(surroundings))
                .addSubcommand(new QueueShow(surroundings))
                .addSubcommand(new QueueRetry(surroundings))
                .addSubcommand(new QueueDrop(surroundings));
    }
}
