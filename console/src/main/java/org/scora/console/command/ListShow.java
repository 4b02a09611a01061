package org.scora.console.command;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.scora.policy.ListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a list. */
@Command(name = "show", description = "Show the list of a domain, or of one of its users.")
final class ListShow extends ServerCommand {
    private final ListEntry.Kind kind;

    @Mixin
    private ListOwner owner = new ListOwner();

    ListShow(Surroundings surroundings, ListEntry.Kind kind) {
        super(surroundings);
        this.kind = kind;
    }

    @Override
    AdminClient.Answer ask(AdminClient server) {
        return server.get(owner.path(kind));
    }

    @Override
    ExitCode show(AdminClient.Answer answer, Screen screen) {
        List<ListEntry> entries = Arrays.asList(answer.as(ListEntry[].class));
        if (entries.isEmpty()) {
            screen.line("Nobody is on the " + Text.word(kind) + "list of " + owner.name() + ". Add someone: scora list "
                    + Text.word(kind) + " add friend@partner.example " + owner.options());
            return ExitCode.OK;
        }
        screen.table(
                List.of("SENDER", "HOLDS FOR", "UNTIL", "NOTE"),
                entries.stream().map(this::row).toList());
        return ExitCode.OK;
    }

    private List<String> row(ListEntry entry) {
        boolean anybody = entry.kind() == ListEntry.Kind.BLOCK || entry.evenUnauthenticated();
        return List.of(
                entry.pattern(),
                anybody ? "anybody of that name" : "proven senders",
                entry.expires().map(this::until).orElse("for ever"),
                entry.note());
    }

    private String until(Instant expires) {
        boolean over = !expires.isAfter(surroundings().clock().instant());
        return Text.minute(expires, zone()) + (over ? " (over)" : "");
    }
}
