package org.scora.report.contents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Totals;
import org.scora.journal.Totals.Hour;
import org.scora.journal.Totals.Scope;
import org.scora.journal.Totals.Step;
import org.scora.policy.CategoryRule;
import org.scora.policy.Disposition;
import org.scora.report.ReportPeriod;
import org.scora.score.Category;

/** Reads the numbers of reports. Safe for use by several threads. */
public final class Gathering {
    /** How many held and deleted messages are listed one by one. */
    public static final int KEPT_AT_MOST = 20;

    private static final int TROUBLED_AT_MOST = 10;
    private static final int ROWS = 8;
    private static final int FEW_ROWS = 5;
    private static final int ALIKE_AMONG = 5000;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Set<Outcome> KEPT = Set.of(Outcome.HELD, Outcome.DELETED);

    private final Sources sources;
    private final Clock clock;

    public Gathering(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * The numbers of a domain, or of all; the same again for the same period, but for what people did with its mail since.
     *
     * @throws java.io.UncheckedIOException when the journal can not be read
     */
    public Contents of(Optional<ProtectedDomain> domain, ReportPeriod asked, ZoneId zone) {
        Instant madeAt = clock.instant();
        ReportPeriod period = asked.inWholeHours();
        Optional<String> name = domain.map(ProtectedDomain::name);
        Scope scope = scope(name, period);
        Scope earlier = scope(name, period.previous(zone));
        Totals totals = sources.totals();
        List<Hour> hours = totals.hours(scope);
        List<Hour> hoursBefore = totals.hours(earlier);
        List<Totals.Refusal> refusals = totals.refusals(scope);
        List<Step> steps = totals.scores(scope);
        Map<Category, CategoryRule> rules = sources.rules().of(name);
        Said said = Said.about(scope, sources);
        Summary now = Summary.of(hours, refusals);
        return new Contents(
                name,
                domain.map(ProtectedDomain::state).orElse(DomainState.ACTIVE),
                period,
                zone,
                madeAt,
                now,
                Summary.of(hoursBefore, totals.refusals(earlier)),
                overdue(scope, hours, madeAt),
                Accuracies.of(hours, steps, said, rules),
                Volume.of(hours, refusals, period, zone),
                ScoreSpread.of(steps, thresholds(rules)),
                categories(hours, hoursBefore),
                tables(scope, now, said, madeAt),
                details(scope));
    }

    /** Held and deleted messages of the domain and period, the newest first. */
    public List<JournalLine> kept(Contents contents, int most) {
        return new Lines(sources.journal(), scope(contents.domain(), contents.period())).in(KEPT, most);
    }

    private static Scope scope(Optional<String> domain, ReportPeriod period) {
        return new Scope(domain, period.from(), period.until());
    }

    private static Map<Disposition, Double> thresholds(Map<Category, CategoryRule> rules) {
        Map<Disposition, Double> thresholds = new EnumMap<>(Disposition.class);
        Optional.ofNullable(rules.get(Category.SPAM))
                .ifPresent(rule -> Arrays.stream(Disposition.values())
                        .forEach(disposition ->
                                rule.from(disposition).ifPresent(from -> thresholds.put(disposition, from.score()))));
        return thresholds;
    }

    private static List<CategoryCount> categories(List<Hour> now, List<Hour> before) {
        return Arrays.stream(Category.values())
                .map(category -> new CategoryCount(category, unwanted(now, category), unwanted(before, category)))
                .filter(count -> count.unwanted() + count.before() > 0)
                .toList();
    }

    private static long unwanted(List<Hour> hours, Category category) {
        return hours.stream()
                .filter(hour -> hour.category() == category && hour.outcome() != Outcome.REFUSED)
                .filter(hour -> hour.disposition() != Disposition.NORMAL)
                .mapToLong(Hour::copies)
                .sum();
    }

    private Contents.Tables tables(Scope scope, Summary now, Said said, Instant madeAt) {
        Lines lines = new Lines(sources.journal(), scope);
        Totals totals = sources.totals();
        return new Contents.Tables(
                totals.bothered(scope, ROWS).stream()
                        .filter(bothered -> bothered.kept() > 0)
                        .toList(),
                totals.sources(scope, ROWS),
                totals.findings(scope, ROWS).stream()
                        .filter(found -> found.kept() > 0)
                        .toList(),
                Clusters.of(lines.in(KEPT, ALIKE_AMONG), FEW_ROWS),
                totals.destinations(scope, FEW_ROWS),
                AllowEntries.of(scope, now.messages(), sources.lists(), lines, madeAt),
                UnknownRecipients.of(lines, totals, scope, ROWS),
                ReleasedSenders.of(said, ROWS));
    }

    private Details details(Scope scope) {
        Lines lines = new Lines(sources.journal(), scope);
        return new Details(
                lines.in(KEPT, KEPT_AT_MOST), lines.in(Set.of(Outcome.RETURNED, Outcome.FAILED), TROUBLED_AT_MOST));
    }

    private long overdue(Scope scope, List<Hour> hours, Instant madeAt) {
        Instant patient = madeAt.minus(PATIENCE);
        if (scope.domain().isEmpty()) {
            return hours.stream()
                    .filter(hour -> hour.outcome() == Outcome.QUEUED)
                    .filter(hour -> !hour.begin().plus(PATIENCE).isAfter(patient))
                    .mapToLong(Hour::copies)
                    .sum();
        }
        Instant until = patient.isBefore(scope.until()) ? patient : scope.until();
        return sources.journal().counts(scope.domain().get(), scope.from(), until).stream()
                .filter(count -> count.outcome() == Outcome.QUEUED)
                .mapToLong(count -> count.count())
                .sum();
    }
}
