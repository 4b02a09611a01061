package org.scora.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scora.journal.AlteredLine;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.RefusalCount;
import org.scora.message.Addresses;

/** A journal that keeps its lines in memory. */
final class MemoryJournal implements Journal {
    private final Map<List<String>, JournalLine> lines = new LinkedHashMap<>();

    private final List<RefusalCount> refused = new ArrayList<>();

    @Override
    public void record(List<JournalLine> added) {
        added.forEach(line -> lines.put(List.of(line.receipt(), line.recipient()), line));
    }

    @Override
    public void update(String receipt, String recipient, Outcome outcome, String detail) {
        lines.computeIfPresent(
                List.of(receipt, recipient), (key, line) -> AlteredLine.of(line, line.disposition(), outcome, detail));
    }

    @Override
    public List<JournalLine> byReceipt(String receipt) {
        return lines.values().stream()
                .filter(line -> line.receipt().equals(receipt))
                .toList();
    }

    @Override
    public List<JournalLine> between(Optional<String> recipientDomain, Instant from, Instant until, int limit) {
        return within(recipientDomain, from, until)
                .sorted(Comparator.comparing(JournalLine::receivedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<OutcomeCount> counts(String recipientDomain, Instant from, Instant until) {
        Map<OutcomeCount, Long> counts = within(Optional.of(recipientDomain), from, until)
                .map(line -> new OutcomeCount(line.disposition(), line.outcome(), 0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<OutcomeCount> list = new ArrayList<>();
        counts.forEach((kind, count) -> list.add(new OutcomeCount(kind.disposition(), kind.outcome(), count)));
        return list;
    }

    @Override
    public void addRefused(List<RefusalCount> counts) {
        refused.addAll(counts);
    }

    @Override
    public List<RefusalCount> refused(String recipientDomain, Instant from, Instant until) {
        return refused;
    }

    private Stream<JournalLine> within(Optional<String> domain, Instant from, Instant until) {
        return lines.values().stream()
                .filter(line -> domain.isEmpty() || domain.equals(Addresses.domainOf(line.recipient())))
                .filter(line ->
                        !line.receivedAt().isBefore(from) && line.receivedAt().isBefore(until));
    }
}
