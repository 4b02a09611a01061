package org.scora.console.command;

import java.util.List;
import java.util.Optional;
import org.scora.console.admin.HeldActionRoutes.ActionForm;
import org.scora.console.admin.HeldActionRoutes.Done;
import org.scora.quarantine.SenderChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes a held message. */
final class QuarantineDelete {
    private QuarantineDelete() {}

    /** Removes it. */
    @Command(name = "delete", description = "Delete a held message, beyond recovery once the last recipient's is.")
    static class Delete extends HeldAction {
        @Option(
                names = "--block",
                paramLabel = "BY",
                description = "Hold its sender's mail from now on: address, domain, or signer.")
        private Optional<SenderChoice.Scope> block = Optional.empty();

        Delete(Surroundings surroundings) {
            this(surroundings, "delete");
        }

        private Delete(Surroundings surroundings, String action) {
            super(surroundings, action);
        }

        @Override
        final ActionForm form(Optional<List<String>> to, Optional<String> why) {
            return new ActionForm(to, why, Optional.empty(), block, Optional.empty(), Optional.empty());
        }

        @Override
        final void tell(Done done, Screen screen) {
            if (done.learned()) {
                screen.line("It is learned as unwanted mail.");
            }
            if (!done.done().isEmpty()) {
                screen.line("Deleted for " + String.join(", ", done.done()) + ".");
            } else if (done.refused().isEmpty()) {
                screen.line("There is nothing to delete any more.");
            }
        }
    }

    /** Removes it and teaches the filter. */
    @Command(name = "report", description = "Report a held message as spam: teach the filter, then delete it.")
    static final class Report extends Delete {
        Report(Surroundings surroundings) {
            super(surroundings, "report");
        }
    }

    /** Keeps it. */
    @Command(
            name = "hold",
            description =
                    "Put a message under legal hold: it does not expire and can not be deleted. Needs a --reason.")
    static final class Hold extends HeldAction {
        @Option(names = "--off", description = "End the legal hold.")
        private boolean off;

        Hold(Surroundings surroundings) {
            super(surroundings, "legal-hold");
        }

        @Override
        ActionForm form(Optional<List<String>> to, Optional<String> why) {
            return new ActionForm(to, why, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(!off));
        }

        @Override
        void tell(Done done, Screen screen) {
            if (!done.done().isEmpty()) {
                screen.line(done.receipt()
                        + (off ? " is not under legal hold any more." : " is under legal hold; to end it: --off"));
            } else if (done.refused().isEmpty()) {
                screen.line("Its content is gone; there is nothing to keep.");
            }
        }
    }
}
