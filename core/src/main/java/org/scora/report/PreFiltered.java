package org.scora.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.scora.journal.RefusalCount;

/** What was refused before it was taken, in a sentence. What was only put off counts apart: most of it came again. */
final class PreFiltered {
    private PreFiltered() {}

    static Optional<String> sentence(List<RefusalCount> refused) {
        if (refused.isEmpty()) {
            return Optional.empty();
        }
        String refusals = counted(refused, count -> !count.reason().passing());
        String delays = counted(refused, count -> count.reason().passing());
        return Optional.of("Pre-filtered, before they were taken and beside those above: "
                + (refusals.isEmpty() ? "none" : refusals) + "."
                + (delays.isEmpty() ? "" : " Put off, so that the sender tries again: " + delays + "."));
    }

    private static String counted(List<RefusalCount> refused, Predicate<RefusalCount> wanted) {
        return refused.stream()
                .filter(wanted)
                .map(count ->
                        Numbers.whole(count.count()) + " " + count.reason().words())
                .collect(Collectors.joining(", "));
    }
}
