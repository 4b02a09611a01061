package org.scora.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The time that a report is about.
 *
 * @param from included
 * @param until not included
 */
public record ReportPeriod(Instant from, Instant until) {

    public ReportPeriod {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period has to end after it begins");
        }
    }

    public static ReportPeriod before(Instant until, Duration length) {
        return new ReportPeriod(until.minus(length), until);
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    /** The shortest period in whole hours (of UTC) that this one lies in. */
    public ReportPeriod inWholeHours() {
        Instant lastHour = until.truncatedTo(ChronoUnit.HOURS);
        return new ReportPeriod(
                from.truncatedTo(ChronoUnit.HOURS),
                lastHour.equals(until) ? until : lastHour.plus(1, ChronoUnit.HOURS));
    }

    /**
     * The one of the same length before it: as many months or days by the clock of a place when it is in whole ones, since
     * these are not all alike.
     */
    public ReportPeriod previous(ZoneId zone) {
        ZonedDateTime begin = from.atZone(zone);
        ZonedDateTime end = until.atZone(zone);
        if (!isMidnight(begin) || !isMidnight(end)) {
            return new ReportPeriod(from.minus(length()), from);
        }
        LocalDate first = begin.toLocalDate();
        LocalDate after = end.toLocalDate();
        LocalDate before = first.getDayOfMonth() == 1 && after.getDayOfMonth() == 1
                ? first.minusMonths(ChronoUnit.MONTHS.between(first, after))
                : first.minusDays(ChronoUnit.DAYS.between(first, after));
        return new ReportPeriod(before.atStartOfDay(zone).toInstant(), from);
    }

    private static boolean isMidnight(ZonedDateTime moment) {
        return moment.equals(moment.toLocalDate().atStartOfDay(moment.getZone()));
    }
}
