package org.scora.console.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about reports. */
@Command(name = "report", description = "Mail reports to domain administrators.")
final class ReportCommand {

    static CommandLine create(Surroundings surroundings) {
        return new CommandLine(new ReportCommand()).addSubcommand(new ReportSend(surroundings));
    }
}
