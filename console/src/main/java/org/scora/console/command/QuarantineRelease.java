package org.scora.console.command;

import java.util.Map;
import org.scora.console.admin.QuarantineRoutes.Lost;
import org.scora.console.admin.QuarantineRoutes.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a held message go. */
@Command(name = "release", description = "Send a held message on to the recipients for whom it is held.")
final class QuarantineRelease extends ServerCommand {

    @Parameters(paramLabel = "RECEIPT", description = "The message's receipt, or its key in the quarantine.")
    private String receipt = "";

    QuarantineRelease(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.post(AdminClient.path("quarantine", receipt, "release"), Map.of());
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        Release release = answer.as(Release.class);
        if (!release.released().isEmpty()) {
            screen.line("Released: " + release.receipt() + " is on its way to " + String.join(", ", release.released())
                    + ".");
            if (release.learned()) {
                screen.line("It is learned as wanted mail; to take that back: scora learn --forget FILE"
                        + " (scora learn log tells what was learned)");
            }
            screen.line(
                    "If more such mail is wanted, let its sender through: scora list allow add SENDER --domain DOMAIN");
        }
        if (!release.before().isEmpty()) {
            screen.line("It had been released before to " + String.join(", ", release.before())
                    + ", and is not sent again.");
        }
        for (Lost lost : release.lost()) {
            screen.line("It can not be sent to " + String.join(", ", lost.recipients()) + ": its content is gone, the "
                    + lost.place() + " is missing.");
            screen.line("Put the file back from a backup, then release it again; otherwise ask the sender to send it"
                    + " again. Nothing else is affected.");
        }
        return release.lost().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
