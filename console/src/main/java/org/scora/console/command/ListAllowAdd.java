package org.scora.console.command;

import java.util.Optional;
import org.scora.console.admin.ListRoutes.ListForm;
import org.scora.policy.ListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a sender through. */
@Command(name = "add", description = "Let a sender's mail through.")
final class ListAllowAdd extends ServerCommand {

    @Mixin
    private ListTarget target = new ListTarget();

    @Option(
            names = "--even-unauthenticated",
            description = "Also when the sender proves nothing (SPF, DKIM): then anybody can use that name.")
    private boolean evenUnauthenticated;

    @Mixin
    private ListTerms terms = new ListTerms();

    ListAllowAdd(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.put(
                target.owner().path(ListEntry.Kind.ALLOW),
                new ListForm(target.sender(), Optional.of(evenUnauthenticated), terms.expires(zone()), terms.note()));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        ListEntry entry = answer.as(ListEntry.class);
        screen.line("Mail from " + entry.pattern() + " to " + entry.listOf() + " is let through"
                + (entry.evenUnauthenticated()
                        ? ", also when its sender proves nothing."
                        : " when its sender is proven."));
        return ExitCode.OK;
    }
}
