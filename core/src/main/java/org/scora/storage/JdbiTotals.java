package org.scora.storage;

import com.google.common.base.Splitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.scora.journal.Outcome;
import org.scora.journal.Totals;
import org.scora.policy.Disposition;
import org.scora.score.Category;
import org.scora.storage.Tally.Key;
import org.scora.storage.Tally.Sums;

/** Reads the totals and gives them their names. */
record JdbiTotals(Sql sql) implements Totals {
    private static final Splitter WORDS = Splitter.on(' ');

    @Override
    public List<Hour> hours(Scope scope) {
        Comparator<Hour> order = Comparator.comparing(Hour::begin)
                .thenComparing(Hour::category)
                .thenComparing(Hour::disposition)
                .thenComparing(Hour::outcome);
        Map<Hour, Sums> hours = new TreeMap<>(order);
        sums(Cut.MAIL, scope).forEach((key, sums) -> hours.merge(hour(key), sums, Sums::and));
        return hours.entrySet().stream()
                .map(entry -> filled(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Hour hour(Key key) {
        List<String> words = WORDS.splitToList(key.part());
        return new Hour(
                key.begin(),
                Category.valueOf(words.get(0)),
                Disposition.valueOf(words.get(1)),
                Outcome.valueOf(words.get(2)),
                0,
                0);
    }

    private static Hour filled(Hour hour, Sums sums) {
        return new Hour(hour.begin(), hour.category(), hour.disposition(), hour.outcome(), sums.copies(), sums.more());
    }

    @Override
    public List<Refusal> refusals(Scope scope) {
        String ofDomain = scope.domain().isPresent() ? " AND recipient_domain = :domain" : "";
        return sql.read(handle -> handle.createQuery("SELECT counted_hour, reason, SUM(refused) AS total"
                        + " FROM refusal_count WHERE counted_hour >= :from AND counted_hour < :until" + ofDomain
                        + " GROUP BY counted_hour, reason ORDER BY counted_hour, reason")
                .bind("from", Spans.hour(scope.from()))
                .bind("until", scope.until())
                .bind("domain", domain(scope))
                .map((row, context) ->
                        new Refusal(Instants.read(row, "counted_hour"), row.getString("reason"), row.getLong("total")))
                .list());
    }

    @Override
    public List<Step> scores(Scope scope) {
        return parts(Cut.SCORE, scope).entrySet().stream()
                .map(entry -> step(WORDS.splitToList(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(Step::score).thenComparing(Step::disposition))
                .toList();
    }

    private static Step step(List<String> words, Sums sums) {
        return new Step(
                Long.parseLong(words.get(0)) / Cut.STEPS_PER_POINT, Disposition.valueOf(words.get(1)), sums.copies());
    }

    @Override
    public List<FoundIn> findings(Scope scope, int limit) {
        return parts(Cut.FINDING, scope).entrySet().stream()
                .map(entry -> new FoundIn(
                        entry.getKey(),
                        entry.getValue().copies(),
                        entry.getValue().kept()))
                .sorted(Comparator.comparing(FoundIn::kept)
                        .thenComparing(FoundIn::copies)
                        .reversed()
                        .thenComparing(FoundIn::finding))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Bothered> bothered(Scope scope, int limit) {
        return parts(Cut.RECIPIENT, scope).entrySet().stream()
                .map(entry -> new Bothered(
                        entry.getKey(),
                        entry.getValue().copies(),
                        entry.getValue().kept()))
                .sorted(Comparator.comparing(Bothered::kept)
                        .thenComparing(Bothered::copies)
                        .reversed()
                        .thenComparing(Bothered::recipient))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Source> sources(Scope scope, int limit) {
        return parts(Cut.SOURCE, scope).entrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Source::copies).reversed().thenComparing(Source::senderDomain))
                .limit(limit)
                .toList();
    }

    private static Source source(String domain, Sums sums) {
        return new Source(domain, sums.copies(), sums.kept(), sums.more());
    }

    @Override
    public List<Destination> destinations(Scope scope, int limit) {
        Map<String, TreeMap<Integer, Sums>> hosts = new HashMap<>();
        parts(Cut.DESTINATION, scope).forEach((part, sums) -> {
            int space = part.indexOf(' ');
            hosts.computeIfAbsent(part.substring(space + 1), host -> new TreeMap<>())
                    .put(Integer.valueOf(part.substring(0, space)), sums);
        });
        List<Destination> destinations = new ArrayList<>();
        hosts.forEach((host, steps) -> destinations.add(destination(host, steps)));
        return destinations.stream()
                .sorted(Comparator.comparing(Destination::copies).reversed().thenComparing(Destination::host))
                .limit(limit)
                .toList();
    }

    private static Destination destination(String host, TreeMap<Integer, Sums> steps) {
        Sums all = steps.values().stream().reduce(Sums.NONE, Sums::and);
        return new Destination(
                host,
                all.copies(),
                all.more(),
                Duration.ofMillis(Math.min(middle(steps.tailMap(0)), all.most())),
                Duration.ofMillis(all.most()));
    }

    private static long middle(Map<Integer, Sums> steps) {
        long all = steps.values().stream().mapToLong(Sums::copies).sum();
        long counted = 0;
        for (Map.Entry<Integer, Sums> step : steps.entrySet()) {
            counted += step.getValue().copies();
            if (counted * 2 >= all) {
                return DelaySteps.longest(step.getKey());
            }
        }
        return 0;
    }

    private Map<String, Sums> parts(Cut cut, Scope scope) {
        Map<String, Sums> parts = new HashMap<>();
        sums(cut, scope).forEach((key, sums) -> parts.merge(key.part(), sums, Sums::and));
        return parts;
    }

    // All at one moment: meanwhile hours are summed up.
    private Map<Key, Sums> sums(Cut cut, Scope scope) {
        return sql.read(handle -> handle.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, transaction -> sums(transaction, cut, scope)));
    }

    private static Map<Key, Sums> sums(Handle handle, Cut cut, Scope scope) {
        Instant from = Spans.hour(scope.from());
        Instant until = Spans.hour(scope.until().plus(Spans.HOUR).minusNanos(1));
        Optional<String> domain = scope.domain().map(name -> domain(scope));
        boolean byHour = cut == Cut.MAIL;
        Tally tally = new Tally();
        for (Run run : Run.of(handle, from, until, !byHour)) {
            if (run.kind() == Run.Kind.LINES) {
                new CountedLines(handle, domain).read(run.from(), run.until(), List.of(cut), tally);
            } else {
                new SummedUp(handle).read(domain, cut, run, byHour, tally);
            }
        }
        return tally.sums();
    }

    private static String domain(Scope scope) {
        return Texts.exact(scope.domain().orElse("").toLowerCase(Locale.ROOT));
    }
}
