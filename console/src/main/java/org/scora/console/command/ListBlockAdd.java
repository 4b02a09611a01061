package org.scora.console.command;

import java.util.Optional;
import org.scora.console.admin.ListRoutes.ListForm;
import org.scora.policy.ListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Holds what a sender sends. */
@Command(name = "add", description = "Hold a sender's mail.")
final class ListBlockAdd extends ServerCommand {

    @Mixin
    private ListTarget target = new ListTarget();

    @Mixin
    private ListTerms terms = new ListTerms();

    ListBlockAdd(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.put(
                target.owner().path(ListEntry.Kind.BLOCK),
                new ListForm(target.sender(), Optional.empty(), terms.expires(zone()), terms.note()));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        ListEntry entry = answer.as(ListEntry.class);
        screen.line("Mail from " + entry.pattern() + " to " + entry.listOf() + " is held.");
        return ExitCode.OK;
    }
}
