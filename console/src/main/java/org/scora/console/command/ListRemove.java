package org.scora.console.command;

import org.scora.policy.ListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a sender from a list. */
@Command(name = "remove", description = "Take a sender from the list.")
final class ListRemove extends ServerCommand {
    private final ListEntry.Kind kind;

    @Mixin
    private ListTarget target = new ListTarget();

    ListRemove(Surroundings surroundings, ListEntry.Kind kind) {
        super(surroundings);
        this.kind = kind;
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.delete(target.owner().path(kind, target.sender()));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        ListEntry entry = answer.as(ListEntry.class);
        screen.line(entry.pattern() + " is not on the " + Text.word(kind) + "list of " + entry.listOf() + " any more.");
        return ExitCode.OK;
    }
}
