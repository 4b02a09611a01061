package org.scora.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.ReportRoutes.ReportForm;
import org.scora.console.admin.ReportRoutes.ReportSent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mails a report. */
@Command(name = "send", description = "Mail the report of a domain now.")
final class ReportSend extends ServerCommand {

    @Parameters(paramLabel = "DOMAIN", description = "The protected domain.")
    private String domain = "";

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "7",
            description = "How many days back the report reaches, up to 366 (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "Who gets it; may be given several times. The domain's administrators when left out.")
    private List<String> recipients = new ArrayList<>();

    ReportSend(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        Optional<List<String>> to = recipients.isEmpty() ? Optional.empty() : Optional.of(recipients);
        return server.post(AdminClient.path("reports"), new ReportForm(domain, Optional.of(days), to));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        ReportSent sent = answer.as(ReportSent.class);
        screen.line("The report of " + sent.domain() + " about the last " + Text.count(sent.days(), "day")
                + " is on its way to " + String.join(", ", sent.recipients()) + ".");
        return ExitCode.OK;
    }
}
