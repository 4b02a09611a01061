package org.scora.report.contents;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.scora.domain.RefusalReason;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.Totals.Hour;
import org.scora.journal.Totals.Refusal;
import org.scora.policy.Disposition;

/**
 * What became of the mail of a period.
 *
 * @param counts one for each disposition and outcome that there was
 * @param refused how often mail was refused before it was taken, the most frequent reason first
 * @param bytes of all copies that were taken
 */
public record Summary(List<OutcomeCount> counts, List<Refused> refused, long bytes) {

    /** How often mail was refused for one reason. */
    public record Refused(RefusalReason reason, long count) {}

    public Summary {
        counts = List.copyOf(counts);
        refused = List.copyOf(refused);
    }

    static Summary of(List<Hour> hours, List<Refusal> refusals) {
        Map<Disposition, Map<Outcome, Long>> sums = new EnumMap<>(Disposition.class);
        hours.stream()
                .filter(hour -> hour.outcome() != Outcome.REFUSED)
                .forEach(hour -> sums.computeIfAbsent(hour.disposition(), unused -> new EnumMap<>(Outcome.class))
                        .merge(hour.outcome(), hour.copies(), Long::sum));
        List<OutcomeCount> counts = sums.entrySet().stream()
                .flatMap(byOutcome -> byOutcome.getValue().entrySet().stream()
                        .map(sum -> new OutcomeCount(byOutcome.getKey(), sum.getKey(), sum.getValue())))
                .toList();
        return new Summary(
                counts, refused(refusals), hours.stream().mapToLong(Hour::bytes).sum());
    }

    private static List<Refused> refused(List<Refusal> refusals) {
        Map<RefusalReason, Long> sums = new EnumMap<>(RefusalReason.class);
        refusals.forEach(refusal -> sums.merge(reason(refusal.reason()), refusal.count(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new Refused(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparing(Refused::count).reversed().thenComparing(Refused::reason))
                .toList();
    }

    // A newer version may have counted reasons that this one does not know.
    private static RefusalReason reason(String name) {
        for (RefusalReason reason : RefusalReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return RefusalReason.OTHER;
    }

    public long messages() {
        return sum(count -> true);
    }

    public long messages(Disposition disposition) {
        return sum(count -> count.disposition() == disposition);
    }

    public long messages(Outcome outcome) {
        return sum(count -> count.outcome() == outcome);
    }

    public long messages(Disposition disposition, Outcome outcome) {
        return sum(count -> count.disposition() == disposition && count.outcome() == outcome);
    }

    /** All that were flagged, held or deleted, those that were released later among them. */
    public long unwanted() {
        return messages() - messages(Disposition.NORMAL);
    }

    /** Messages that somebody released from quarantine, wherever they are by now. */
    public long released() {
        return messages(Outcome.RELEASED)
                + messages(Disposition.QUARANTINE, Outcome.DELIVERED)
                + messages(Disposition.QUARANTINE, Outcome.RETURNED);
    }

    /** Messages that are still in quarantine, or are gone. */
    public long kept() {
        return messages(Outcome.HELD) + messages(Outcome.DELETED);
    }

    /** Refused before they were taken, for good. */
    public long refusedForGood() {
        return refusals(reason -> !reason.passing());
    }

    /** Only put off, so that the sender tries again. */
    public long putOff() {
        return refusals(RefusalReason::passing);
    }

    /** How often mail was refused for a reason. */
    public long refused(RefusalReason reason) {
        return refusals(reason::equals);
    }

    private long refusals(Predicate<RefusalReason> which) {
        return refused.stream()
                .filter(count -> which.test(count.reason()))
                .mapToLong(Refused::count)
                .sum();
    }

    private long sum(Predicate<OutcomeCount> wanted) {
        return counts.stream().filter(wanted).mapToLong(OutcomeCount::count).sum();
    }
}
