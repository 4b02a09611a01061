package org.scora.report;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Totals;
import org.scora.message.Addresses;
import org.scora.policy.Disposition;

/** Adds up the lines of a journal in memory. */
final class TotalsOfLines implements Totals {
    private final MemoryJournal journal;

    TotalsOfLines(MemoryJournal journal) {
        this.journal = journal;
    }

    private Stream<JournalLine> taken(Scope scope) {
        Instant until = scope.until().plus(Duration.ofHours(1)).minusNanos(1).truncatedTo(ChronoUnit.HOURS);
        return journal
                .between(scope.domain(), scope.from().truncatedTo(ChronoUnit.HOURS), until, Integer.MAX_VALUE)
                .stream()
                .filter(line -> line.outcome() != Outcome.REFUSED);
    }

    private static boolean isKept(JournalLine line) {
        return line.disposition() != Disposition.NORMAL;
    }

    @Override
    public List<Hour> hours(Scope scope) {
        Map<Hour, Long> bytes = taken(scope)
                .collect(groupingBy(
                        line -> new Hour(
                                line.receivedAt().truncatedTo(ChronoUnit.HOURS),
                                line.category(),
                                line.disposition(),
                                line.outcome(),
                                0,
                                0),
                        summingLong(JournalLine::size)));
        Map<Hour, Long> copies = taken(scope)
                .collect(groupingBy(
                        line -> new Hour(
                                line.receivedAt().truncatedTo(ChronoUnit.HOURS),
                                line.category(),
                                line.disposition(),
                                line.outcome(),
                                0,
                                0),
                        counting()));
        return copies.entrySet().stream()
                .map(entry -> new Hour(
                        entry.getKey().begin(),
                        entry.getKey().category(),
                        entry.getKey().disposition(),
                        entry.getKey().outcome(),
                        entry.getValue(),
                        bytes.get(entry.getKey())))
                .sorted(Comparator.comparing(Hour::begin)
                        .thenComparing(Hour::category)
                        .thenComparing(Hour::disposition)
                        .thenComparing(Hour::outcome))
                .toList();
    }

    @Override
    public List<Refusal> refusals(Scope scope) {
        return journal.refused(scope.domain().orElse(""), scope.from(), scope.until()).stream()
                .filter(count ->
                        !count.hour().isBefore(scope.from()) && count.hour().isBefore(scope.until()))
                .map(count -> new Refusal(count.hour(), count.reason().name(), count.count()))
                .toList();
    }

    @Override
    public List<Step> scores(Scope scope) {
        return taken(scope)
                .filter(line -> line.score() != 0 || !line.findings().isEmpty())
                .collect(groupingBy(
                        line -> new Step(Math.floor(4 * line.score()) / 4, line.disposition(), 0), counting()))
                .entrySet()
                .stream()
                .map(entry -> new Step(entry.getKey().score(), entry.getKey().disposition(), entry.getValue()))
                .sorted(Comparator.comparing(Step::score).thenComparing(Step::disposition))
                .toList();
    }

    @Override
    public List<FoundIn> findings(Scope scope, int limit) {
        Map<String, List<JournalLine>> lines = taken(scope)
                .flatMap(line -> line.findings().stream().map(name -> Map.entry(name, line)))
                .collect(groupingBy(
                        Map.Entry::getKey,
                        java.util.stream.Collectors.mapping(
                                Map.Entry::getValue, java.util.stream.Collectors.toList())));
        return lines.entrySet().stream()
                .map(entry -> new FoundIn(entry.getKey(), entry.getValue().size(), kept(entry.getValue())))
                .sorted(Comparator.comparing(FoundIn::kept).reversed().thenComparing(FoundIn::finding))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Bothered> bothered(Scope scope, int limit) {
        return by(scope, JournalLine::recipient).entrySet().stream()
                .map(entry -> new Bothered(entry.getKey(), entry.getValue().size(), kept(entry.getValue())))
                .sorted(Comparator.comparing(Bothered::kept).reversed().thenComparing(Bothered::recipient))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Source> sources(Scope scope, int limit) {
        return by(scope, line -> line.sender().flatMap(Addresses::domainOf).orElse("")).entrySet().stream()
                .map(entry -> new Source(
                        entry.getKey(),
                        entry.getValue().size(),
                        kept(entry.getValue()),
                        entry.getValue().stream()
                                .filter(line -> line.facts()
                                        .filter(facts -> facts.authentication().aligned())
                                        .isPresent())
                                .count()))
                .sorted(Comparator.comparing(Source::copies).reversed().thenComparing(Source::senderDomain))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Destination> destinations(Scope scope, int limit) {
        return taken(scope)
                .filter(line ->
                        line.outcome() == Outcome.DELIVERED && line.detail().contains(": "))
                .collect(groupingBy(
                        line -> line.detail().substring(0, line.detail().indexOf(": "))))
                .entrySet()
                .stream()
                .map(entry -> new Destination(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream().mapToLong(JournalLine::size).sum(),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(25)))
                .sorted(Comparator.comparing(Destination::copies).reversed().thenComparing(Destination::host))
                .limit(limit)
                .toList();
    }

    private Map<String, List<JournalLine>> by(Scope scope, Function<JournalLine, String> key) {
        return taken(scope).collect(groupingBy(key));
    }

    private static long kept(List<JournalLine> lines) {
        return lines.stream().filter(TotalsOfLines::isKept).count();
    }

    /** The domain of a scope in tests. */
    static Scope of(String domain, ReportPeriod period) {
        return new Scope(Optional.of(domain), period.from(), period.until());
    }
}
