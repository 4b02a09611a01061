package org.scora.report.contents;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scora.journal.JournalLine;
import org.scora.message.Addresses;
import org.scora.policy.Disposition;

/** Counts whose held mail people wanted. */
final class ReleasedSenders {
    private ReleasedSenders() {}

    private record One(String sender, boolean proven, Instant at) {}

    static List<ReleasedSender> of(Said said, int most) {
        Map<String, List<One>> bySender = said.wanted().entrySet().stream()
                .filter(entry -> entry.getKey().disposition() == Disposition.QUARANTINE)
                .flatMap(entry -> one(entry.getKey(), entry.getValue()).stream())
                .collect(Collectors.groupingBy(One::sender));
        return bySender.entrySet().stream()
                .map(entry -> released(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(ReleasedSender::times).reversed().thenComparing(ReleasedSender::sender))
                .limit(most)
                .toList();
    }

    private static Optional<One> one(JournalLine line, Instant at) {
        return line.sender().map(sender -> new One(sender.toLowerCase(Locale.ROOT), isProven(line, sender), at));
    }

    static boolean isProven(JournalLine line, String sender) {
        return line.facts()
                .filter(facts -> Addresses.domainOf(sender)
                        .filter(facts.authentication()::proves)
                        .isPresent())
                .isPresent();
    }

    private static ReleasedSender released(String sender, List<One> copies) {
        return new ReleasedSender(
                sender,
                copies.size(),
                copies.stream().allMatch(One::proven),
                copies.stream().map(One::at).max(Comparator.naturalOrder()).orElseThrow());
    }
}
