package org.scora.console.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.HeldActionRoutes.ActionForm;
import org.scora.console.admin.HeldActionRoutes.Done;
import org.scora.console.admin.HeldActionRoutes.Lost;
import org.scora.quarantine.SenderChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets a held message go. */
@Command(
        name = "release",
        description = {
            "Send a held message on to the recipients for whom it is held.",
            "It is scanned for viruses once more, and taught to the filter as wanted mail."
        })
final class QuarantineRelease extends HeldAction {
    @Option(
            names = "--allow",
            paramLabel = "BY",
            description = {
                "Let its sender's mail through from now on: address, domain, or signer, which is the domain that",
                "signed it (DKIM), for senders who use another address each time."
            })
    private Optional<SenderChoice.Scope> allow = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The last day of that, such as 2027-01-31; a year when left out.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--no-learn", description = "Do not teach the filter that it is wanted.")
    private boolean noLearn;

    QuarantineRelease(Surroundings surroundings) {
        super(surroundings, "release");
    }

    @Override
    ActionForm form(Optional<List<String>> to, Optional<String> why) {
        return new ActionForm(
                to,
                why,
                Optional.of(!noLearn),
                allow,
                until.map(day -> day.plusDays(1).atStartOfDay(zone()).toInstant()),
                Optional.empty());
    }

    @Override
    void tell(Done release, Screen screen) {
        if (!release.done().isEmpty()) {
            screen.line(
                    "Released: " + release.receipt() + " is on its way to " + String.join(", ", release.done()) + ".");
        }
        if (!release.later().isEmpty()) {
            screen.line("Released, but the queue does not work now: it goes to " + String.join(", ", release.later())
                    + " as soon as it does.");
        }
        if (release.learned()) {
            screen.line("It is learned as wanted mail; to take that back: scora learn --forget FILE"
                    + " (scora learn log tells what was learned)");
        }
        if (!release.done().isEmpty() && allow.isEmpty()) {
            screen.line(
                    "If more such mail is wanted, let its sender through: scora list allow add SENDER --domain DOMAIN");
        }
        if (!release.before().isEmpty()) {
            screen.line("It had been released before to " + String.join(", ", release.before())
                    + ", and is not sent again.");
        }
        for (Lost lost : release.lost()) {
            screen.line("It can not be sent to " + String.join(", ", lost.recipients())
                    + ": its content is gone or damaged, the " + lost.place() + " is missing or not what was written.");
            screen.line("Put the file back from a backup, then release it again; otherwise ask the sender to send it"
                    + " again. Nothing else is affected.");
        }
    }
}
