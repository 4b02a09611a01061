package org.scora.report.contents;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Totals.Hour;
import org.scora.journal.Totals.Step;
import org.scora.policy.CategoryRule;
import org.scora.policy.Disposition;
import org.scora.report.contents.Accuracy.Held;
import org.scora.score.Category;

/** Reckons how right the filter was. */
final class Accuracies {
    private Accuracies() {}

    static Accuracy of(List<Hour> hours, List<Step> steps, Said said, Map<Category, CategoryRule> rules) {
        List<Held> held = Arrays.stream(Category.values())
                .map(category -> held(category, hours, said, rules))
                .filter(one -> one.wrong().all() > 0)
                .toList();
        Interval inAll = held.stream()
                .map(Held::wrong)
                .reduce(
                        new Interval(0, 0),
                        (one, other) -> new Interval(one.hits() + other.hits(), one.all() + other.all()));
        long delivered = copies(hours, Disposition.NORMAL, Optional.empty());
        long missed = count(said.unwanted(), Disposition.NORMAL, Optional.empty());
        return new Accuracy(
                held,
                inAll,
                ScoreSpread.expectedWrong(steps),
                new Interval(Math.min(missed, delivered), delivered),
                ScoreSpread.expectedMissed(steps),
                said.complete());
    }

    private static Held held(Category category, List<Hour> hours, Said said, Map<Category, CategoryRule> rules) {
        long all = copies(hours, Disposition.QUARANTINE, Optional.of(category));
        long wrong = count(said.wanted().keySet(), Disposition.QUARANTINE, Optional.of(category));
        OptionalDouble threshold = Optional.ofNullable(rules.get(category)).flatMap(CategoryRule::quarantine).stream()
                .mapToDouble(sensitivity -> sensitivity.score())
                .findFirst();
        return new Held(category, new Interval(Math.min(wrong, all), all), threshold);
    }

    private static long copies(List<Hour> hours, Disposition disposition, Optional<Category> category) {
        return hours.stream()
                .filter(hour -> hour.disposition() == disposition && hour.outcome() != Outcome.REFUSED)
                .filter(hour -> category.map(hour.category()::equals).orElse(true))
                .mapToLong(Hour::copies)
                .sum();
    }

    private static long count(Collection<JournalLine> lines, Disposition disposition, Optional<Category> category) {
        return lines.stream()
                .filter(line -> line.disposition() == disposition && line.outcome() != Outcome.REFUSED)
                .filter(line -> category.map(line.category()::equals).orElse(true))
                .count();
    }
}
