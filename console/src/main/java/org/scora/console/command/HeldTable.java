package org.scora.console.command;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scora.console.admin.HeldView;
import org.scora.quarantine.HeldState;

/** Held messages as a table. */
final class HeldTable {
    private HeldTable() {}

    /** @param limit how many there could be on this page */
    static ExitCode show(AdminClient.Answer answer, Screen screen, ZoneId zone, int limit, String none) {
        List<HeldView> held = Arrays.asList(answer.as(HeldView[].class));
        if (held.isEmpty()) {
            screen.line(none);
            return ExitCode.OK;
        }
        screen.table(
                List.of("RECEIPT", "HELD", "SCORE", "FROM", "TO", "SUBJECT"),
                held.stream().map(one -> row(one, zone)).toList());
        if (held.size() == limit) {
            HeldView last = held.get(held.size() - 1);
            screen.line("There may be more; they follow with: --after " + last.heldAt() + "," + last.key());
        }
        screen.line(
                "To see why one is held: scora quarantine show RECEIPT. To let it go: scora quarantine release RECEIPT");
        return ExitCode.OK;
    }

    private static List<String> row(HeldView held, ZoneId zone) {
        return List.of(
                held.receipt(),
                Text.minute(held.heldAt(), zone) + remarks(held),
                String.format(Locale.ROOT, "%.1f", held.score()),
                Text.sender(held.sender()),
                recipients(held.recipients()),
                held.subject());
    }

    private static String remarks(HeldView held) {
        String states = held.copies().stream()
                .map(copy -> copy.state())
                .filter(state -> state != HeldState.HELD)
                .distinct()
                .map(Text::word)
                .collect(Collectors.joining(", "));
        return (states.isEmpty() ? "" : " (" + states + ")") + (held.legalHold() ? " (legal hold)" : "");
    }

    private static String recipients(List<String> recipients) {
        String first = recipients.stream().findFirst().orElse("");
        return recipients.size() > 1 ? first + " and " + (recipients.size() - 1) + " more" : first;
    }
}
