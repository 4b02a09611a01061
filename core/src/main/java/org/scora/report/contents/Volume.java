package org.scora.report.contents;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.scora.journal.Outcome;
import org.scora.journal.Totals.Hour;
import org.scora.journal.Totals.Refusal;
import org.scora.policy.Disposition;
import org.scora.report.ReportPeriod;

/**
 * How much came when, by the clock of a place. Where that clock stands off by less than an hour from UTC, the hours before
 * and after midnight are counted to the day in which they begin.
 *
 * @param spans one after the other, without gaps, those in which nothing came too
 * @param hours what came in each hour of the day, from 0 to 23
 */
public record Volume(Unit unit, List<Span> spans, List<OfHour> hours) {
    private static final Duration BY_HOURS = Duration.ofHours(49);
    private static final Duration BY_DAYS = Duration.ofDays(63);
    private static final int HOURS = 24;

    public Volume {
        spans = List.copyOf(spans);
        hours = List.copyOf(hours);
    }

    /** How long a span is. */
    public enum Unit {
        HOUR,
        DAY,
        WEEK
    }

    /**
     * What came between two moments.
     *
     * @param length a day on which clocks are changed has 23 or 25 hours
     */
    public record Span(Instant begin, Duration length, Map<Disposition, Long> copies, long refused) {
        public Span {
            copies = Map.copyOf(copies);
        }

        public long of(Disposition disposition) {
            return copies.getOrDefault(disposition, 0L);
        }

        public long taken() {
            return copies.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What came in an hour of the day, on all days together. */
    public record OfHour(int hour, long wanted, long unwanted) {}

    /** @param period in whole hours */
    static Volume of(List<Hour> counted, List<Refusal> refusals, ReportPeriod period, ZoneId zone) {
        Unit unit = unit(period);
        NavigableMap<Instant, Counting> spans = spans(unit, period, zone);
        long[][] hours = new long[HOURS][2];
        counted.stream().filter(hour -> hour.outcome() != Outcome.REFUSED).forEach(hour -> {
            at(spans, hour.begin()).copies.merge(hour.disposition(), hour.copies(), Long::sum);
            hours[hour.begin().atZone(zone).getHour()][hour.disposition() == Disposition.NORMAL ? 0 : 1] +=
                    hour.copies();
        });
        refusals.forEach(refusal -> at(spans, refusal.begin()).refused += refusal.count());
        return new Volume(
                unit,
                spans.values().stream().map(Counting::span).toList(),
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> new OfHour(hour, hours[hour][0], hours[hour][1]))
                        .toList());
    }

    private static Unit unit(ReportPeriod period) {
        if (period.length().compareTo(BY_HOURS) <= 0) {
            return Unit.HOUR;
        }
        return period.length().compareTo(BY_DAYS) <= 0 ? Unit.DAY : Unit.WEEK;
    }

    private static NavigableMap<Instant, Counting> spans(Unit unit, ReportPeriod period, ZoneId zone) {
        NavigableMap<Instant, Counting> spans = new TreeMap<>();
        ZonedDateTime begin = begin(unit, period.from().atZone(zone));
        List<Instant> begins = new ArrayList<>();
        while (begin.toInstant().isBefore(period.until())) {
            begins.add(begin.toInstant());
            begin = next(unit, begin);
        }
        begins.add(begin.toInstant());
        for (int i = 0; i + 1 < begins.size(); i++) {
            spans.put(begins.get(i), new Counting(begins.get(i), Duration.between(begins.get(i), begins.get(i + 1))));
        }
        return spans;
    }

    private static ZonedDateTime begin(Unit unit, ZonedDateTime moment) {
        return switch (unit) {
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
            case DAY -> moment.toLocalDate().atStartOfDay(moment.getZone());
            case WEEK ->
                moment.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(moment.getZone());
        };
    }

    private static ZonedDateTime next(Unit unit, ZonedDateTime begin) {
        return switch (unit) {
            case HOUR -> begin.plusHours(1);
            case DAY -> begin.toLocalDate().plusDays(1).atStartOfDay(begin.getZone());
            case WEEK -> begin.toLocalDate().plusWeeks(1).atStartOfDay(begin.getZone());
        };
    }

    private static Counting at(NavigableMap<Instant, Counting> spans, Instant moment) {
        Map.Entry<Instant, Counting> found = spans.floorEntry(moment);
        return found == null ? spans.firstEntry().getValue() : found.getValue();
    }

    /** A span that is being filled. */
    private static final class Counting {
        private final Instant begin;
        private final Duration length;
        private final Map<Disposition, Long> copies = new EnumMap<>(Disposition.class);
        private long refused;

        Counting(Instant begin, Duration length) {
            this.begin = begin;
            this.length = length;
        }

        Span span() {
            return new Span(begin, length, copies, refused);
        }
    }
}
