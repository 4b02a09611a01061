package org.scora.console.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.console.admin.HeldActionRoutes.ActionForm;
import org.scora.console.admin.HeldActionRoutes.Done;
import org.scora.console.admin.HeldActionRoutes.Listed;
import org.scora.policy.ListEntry;
import org.scora.quarantine.HeldActions.Refused;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that does something with one held message. */
abstract class HeldAction extends ServerCommand {
    @Parameters(paramLabel = "RECEIPT", description = "The message's receipt, or its key in the quarantine.")
    private String receipt = "";

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "For this recipient only; may be named several times. For all when left out.")
    private List<String> recipients = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit log.")
    private Optional<String> reason = Optional.empty();

    private final String action;

    HeldAction(Surroundings surroundings, String action) {
        super(surroundings);
        this.action = action;
    }

    /** What else is asked for. */
    abstract ActionForm form(Optional<List<String>> to, Optional<String> why);

    /** Says what was done. */
    abstract void tell(Done done, Screen screen);

    @Override
    final AdminClient.Answer ask(AdminClient server) {
        Optional<List<String>> to = recipients.isEmpty() ? Optional.empty() : Optional.of(recipients);
        return server.post(AdminClient.path("quarantine", receipt, action), form(to, reason));
    }

    @Override
    final ExitCode show(AdminClient.Answer answer, Screen screen) {
        Done done = answer.as(Done.class);
        tell(done, screen);
        done.listed().forEach(listed -> tell(listed, screen));
        done.notListed().ifPresent(sentence -> screen.line("Its sender is not put on a list: " + sentence + "."));
        for (Refused refused : done.refused()) {
            screen.line("Not done for " + String.join(", ", refused.recipients()) + ": " + refused.sentence() + ".");
        }
        boolean well = done.refused().isEmpty()
                && done.lost().isEmpty()
                && done.notListed().isEmpty();
        return well ? ExitCode.OK : ExitCode.FAILED;
    }

    private void tell(Listed listed, Screen screen) {
        ListEntry entry = listed.entry();
        boolean allow = entry.kind() == ListEntry.Kind.ALLOW;
        String until =
                entry.expires().map(end -> " until " + Text.minute(end, zone())).orElse("");
        screen.line("Mail from " + entry.pattern() + " to " + entry.domain()
                + (allow ? " is let through" + until + ", when its sender is proven." : " is held" + until + "."));
        listed.change().ifPresent(change -> screen.line("To undo that: scora list undo " + change));
    }
}
