package org.scora.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.policy.ListChanges.ListChange;
import org.scora.policy.ListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands about what was changed in the lists. */
final class ListChangesCommand {
    private ListChangesCommand() {}

    /** Shows changes. */
    @Command(name = "changes", description = "Show what was changed in the lists, the newest first.")
    static final class Changes extends ServerCommand {
        @Option(names = "--domain", paramLabel = "DOMAIN", description = "Of this domain only.")
        private Optional<String> domain = Optional.empty();

        Changes(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.get(AdminClient.path("list-changes")
                    + domain.map(name -> "?domain=" + AdminClient.encoded(name)).orElse(""));
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            List<ListChange> changes = Arrays.asList(answer.as(ListChange[].class));
            if (changes.isEmpty()) {
                screen.line("Nothing was changed.");
                return ExitCode.OK;
            }
            screen.table(
                    List.of("NUMBER", "WHEN", "WHO", "WHOSE", "LIST", "SENDER", "CHANGE", "NOTE"),
                    changes.stream().map(this::row).toList());
            screen.line("To undo one: scora list undo NUMBER");
            return ExitCode.OK;
        }

        private List<String> row(ListChange change) {
            String what = change.after().isEmpty() ? "removed" : change.before().isEmpty() ? "added" : "changed";
            return List.of(
                    Long.toString(change.id()),
                    Text.minute(change.at(), zone()),
                    change.who(),
                    change.listOf(),
                    Text.word(change.kind()),
                    change.pattern(),
                    what,
                    change.after().or(change::before).map(ListEntry::note).orElse(""));
        }
    }

    /** Undoes a change. */
    @Command(name = "undo", description = "Undo a change of a list.")
    static final class Undo extends ServerCommand {
        @Parameters(paramLabel = "NUMBER", description = "The number of the change; see scora list changes.")
        private long number;

        Undo(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        AdminClient.Answer ask(AdminClient server) {
            return server.post(AdminClient.path("list-changes", Long.toString(number), "undo"), Map.of());
        }

        @Override
        ExitCode show(AdminClient.Answer answer, Screen screen) {
            ListChange change = answer.as(ListChange.class);
            screen.line("Undone: " + change.pattern() + " is "
                    + (change.before().isPresent() ? "as it was before on the " : "not on the ")
                    + Text.word(change.kind()) + "list of " + change.listOf()
                    + (change.before().isPresent() ? "." : " any more."));
            return ExitCode.OK;
        }
    }
}
