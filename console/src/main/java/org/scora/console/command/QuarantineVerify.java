package org.scora.console.command;

import java.util.Map;
import org.scora.quarantine.Verification;
import org.scora.quarantine.Verification.Trouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds index and contents against each other. */
@Command(
        name = "verify",
        description = "Look whether each held message has its content as it was written, and each content its message.")
final class QuarantineVerify extends ServerCommand {
    @Option(
            names = "--repair",
            description = {
                "Mark messages without content as deleted, and set contents without a message aside, beside the",
                "quarantine's folder."
            })
    private boolean repair;

    QuarantineVerify(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.post(AdminClient.path("quarantine", "verify") + (repair ? "?repair=true" : ""), Map.of());
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Verification.Report report = answer.as(Verification.Report.class);
        for (Trouble trouble : report.troubles()) {
            screen.line((trouble.mended() ? "Mended: " : "Wrong: ") + Text.word(trouble.kind()) + ": " + trouble.name()
                    + ": " + trouble.detail());
        }
        boolean well = report.troubles().stream().allMatch(Trouble::mended);
        screen.line(Text.count(report.messages(), "message")
                + (report.messages() == 1 ? " was" : " were") + " looked at; "
                + (report.troubles().isEmpty()
                        ? "all is well."
                        : Text.count(report.troubles().size(), "trouble") + "."));
        if (!well && !repair) {
            screen.line("What can be mended without a loss is mended with: scora quarantine verify --repair");
        }
        return well ? ExitCode.OK : ExitCode.FAILED;
    }
}
