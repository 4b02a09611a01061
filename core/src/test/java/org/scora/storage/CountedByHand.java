package org.scora.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Totals;
import org.scora.journal.Totals.Scope;
import org.scora.message.Addresses;
import org.scora.policy.Disposition;

/** Counts lines in the plainest way that there is: what totals have to be. Each number is a line of text. */
record CountedByHand(Collection<JournalLine> lines) {

    /** The same lines of text, made of totals. */
    static List<String> of(Totals totals, Scope scope) {
        List<String> numbers = new ArrayList<>();
        totals.hours(scope)
                .forEach(hour -> numbers.add(hour.begin() + " " + hour.category() + " " + hour.disposition() + " "
                        + hour.outcome() + ": " + hour.copies() + ", " + hour.bytes()));
        totals.scores(scope)
                .forEach(
                        step -> numbers.add("score " + step.score() + " " + step.disposition() + ": " + step.copies()));
        totals.findings(scope, 1000)
                .forEach(found ->
                        numbers.add("finding " + found.finding() + ": " + found.copies() + ", " + found.kept()));
        totals.bothered(scope, 1000)
                .forEach(person ->
                        numbers.add("to " + person.recipient() + ": " + person.copies() + ", " + person.kept()));
        totals.sources(scope, 1000)
                .forEach(source ->
                        numbers.add("from " + source.senderDomain() + ": " + source.copies() + ", " + source.kept()));
        return numbers.stream().sorted().toList();
    }

    List<String> numbers(Scope scope) {
        Map<String, List<JournalLine>> groups = new HashMap<>();
        for (JournalLine line : lines) {
            if (isIn(scope, line)) {
                group(groups, hour(line), line);
                group(groups, "score " + Math.floor(line.score() * 4) / 4 + " " + line.disposition(), line);
                line.findings().forEach(finding -> group(groups, "finding " + finding, line));
                group(groups, "to " + line.recipient(), line);
                group(
                        groups,
                        "from " + line.sender().flatMap(Addresses::domainOf).orElse(""),
                        line);
            }
        }
        return groups.entrySet().stream()
                .map(group -> group.getKey() + ": " + numbers(group.getKey()).apply(group.getValue()))
                .sorted()
                .toList();
    }

    private static String hour(JournalLine line) {
        return Spans.hour(line.receivedAt()) + " " + line.category() + " " + line.disposition() + " " + line.outcome();
    }

    private static boolean isIn(Scope scope, JournalLine line) {
        Instant hour = Spans.hour(line.receivedAt());
        return line.outcome() != Outcome.REFUSED
                && scope.domain()
                        .map(name -> line.recipient().endsWith("@" + name))
                        .orElse(true)
                && !hour.isBefore(Spans.hour(scope.from()))
                && hour.isBefore(scope.until());
    }

    private static Function<List<JournalLine>, String> numbers(String group) {
        if (group.startsWith("score ")) {
            return lines -> "" + lines.size();
        }
        return group.matches("\\d{4}-.*")
                ? lines -> lines.size() + ", "
                        + lines.stream().mapToLong(JournalLine::size).sum()
                : lines -> lines.size() + ", "
                        + lines.stream()
                                .filter(line -> line.disposition() != Disposition.NORMAL)
                                .count();
    }

    private static void group(Map<String, List<JournalLine>> groups, String name, JournalLine line) {
        groups.computeIfAbsent(name, key -> new ArrayList<>()).add(line);
    }
}
