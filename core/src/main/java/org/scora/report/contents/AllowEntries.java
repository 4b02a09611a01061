package org.scora.report.contents;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.journal.JournalLine;
import org.scora.journal.Totals.Scope;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.policy.ListEntry;
import org.scora.policy.Reason;
import org.scora.policy.SenderLists;

/** Finds entries of the allowlist that end soon, that nobody uses, or that anyone can forge. */
final class AllowEntries {
    private static final int READ = 10_000;
    private static final int ROWS = 10;
    private static final Duration SOON = Duration.ofDays(14);

    private AllowEntries() {}

    /** @param messages how many there were: only when all of them are looked at is it known that an entry was not used */
    static List<AllowEntry> of(Scope scope, long messages, SenderLists lists, Lines lines, Instant now) {
        List<ListEntry> entries = scope.domain().map(lists::of).orElse(List.of()).stream()
                .filter(entry -> entry.kind() == ListEntry.Kind.ALLOW)
                .filter(entry -> entry.expires().map(now::isBefore).orElse(true))
                .toList();
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<String, long[]> uses = uses(lines.newest(READ));
        boolean all = messages <= READ / 2;
        return entries.stream()
                .map(entry -> seen(entry, uses.getOrDefault(entry.pattern(), new long[2]), all, now))
                .filter(AllowEntries::isToBeLookedAt)
                .sorted(Comparator.comparing((AllowEntry entry) -> -entry.unproven())
                        .thenComparing(entry -> !entry.spoofable())
                        .thenComparing(entry -> entry.expires().orElse(Instant.MAX))
                        .thenComparing(AllowEntry::pattern))
                .limit(ROWS)
                .toList();
    }

    private static boolean isToBeLookedAt(AllowEntry entry) {
        return entry.spoofable()
                || entry.expires().isPresent()
                || entry.used().filter(used -> used == 0).isPresent();
    }

    private static AllowEntry seen(ListEntry entry, long[] uses, boolean all, Instant now) {
        Optional<Long> used = all || uses[0] > 0 ? Optional.of(uses[0]) : Optional.empty();
        return new AllowEntry(
                entry.domain(),
                entry.pattern(),
                entry.expires().filter(end -> end.isBefore(now.plus(SOON))),
                entry.evenUnauthenticated(),
                used,
                uses[1]);
    }

    // Per pattern: how many copies it let through, and how many of those from somebody who proved nothing.
    private static Map<String, long[]> uses(List<JournalLine> lines) {
        Map<String, long[]> uses = new HashMap<>();
        for (JournalLine line : lines) {
            Reason.allowingEntry(line.reason()).ifPresent(pattern -> {
                long[] counts = uses.computeIfAbsent(pattern, unused -> new long[2]);
                counts[0]++;
                counts[1] += line.facts()
                                .filter(facts -> provesNothing(facts.authentication()))
                                .isPresent()
                        ? 1
                        : 0;
            });
        }
        return uses;
    }

    private static boolean provesNothing(Authentication authentication) {
        return !authentication.aligned()
                && authentication.spf() != Result.PASS
                && authentication.dkim().stream().map(Signature::result).noneMatch(Result.PASS::equals);
    }
}
