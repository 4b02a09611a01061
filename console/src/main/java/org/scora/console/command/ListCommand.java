package org.scora.console.command;

import org.scora.policy.ListEntry.Kind;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about allowlists and blocklists. */
@Command(name = "list", description = "Let senders through, or hold what they send.")
final class ListCommand {

    /** The commands about the allowlist. */
    @Command(name = "allow", description = "Senders whose mail is let through, when they prove who they are.")
    static final class Allow {}

    /** The commands about the blocklist. */
    @Command(name = "block", description = "Senders whose mail is held.")
    static final class Block {}

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new ListCommand())
                .addSubcommand(new CommandLine(new Allow())
                        .addSubcommand(new ListAllowAdd(surroundings))
                        .addSubcommand(new ListRemove(surroundings, Kind.ALLOW))
                        .addSubcommand(new ListShow(surroundings, Kind.ALLOW)))
                .addSubcommand(new CommandLine(new Block())
                        .addSubcommand(new ListBlockAdd(surroundings))
                        .addSubcommand(new ListRemove(surroundings, Kind.BLOCK))
                        .addSubcommand(new ListShow(surroundings, Kind.BLOCK)))
                .addSubcommand(new ListChangesCommand.Changes(surroundings))
                .addSubcommand(new ListChangesCommand.Undo(surroundings));
    }
}
