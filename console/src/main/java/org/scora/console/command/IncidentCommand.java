package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about what went wrong with the filter. */
@Command(
        name = "incident",
        description =
                "See when the filter did what it usually does not, undo what a broken finding held, and close it.")
final class IncidentCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new IncidentCommand())
                .addSubcommand(new IncidentList(surroundings))
                .addSubcommand(new IncidentShow(surroundings))
                .addSubcommand(new IncidentUndo(surroundings))
                .addSubcommand(new IncidentClose(surroundings))
                .addSubcommand(new IncidentCheck(surroundings));
    }
}
