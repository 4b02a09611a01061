package org.scora.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as people read them in English, in one time zone. */
final class Times {
    private static final Duration SHORT = Duration.ofHours(48);

    private final ZoneId zone;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter day;

    Times(ZoneId zone) {
        this.zone = zone;
        this.moment = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH)
                .withZone(zone);
        this.day = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(zone);
    }

    /** Such as {@code Fri 20 Nov 2026, 14:05}. */
    String moment(Instant instant) {
        return moment.format(instant);
    }

    /** Both ends, to the minute. */
    String period(ReportPeriod period) {
        return moment(period.from()) + " to " + moment(period.until());
    }

    /** Both ends: days when it is long, minutes when it is not. */
    String roughly(ReportPeriod period) {
        return period.length().compareTo(SHORT) < 0
                ? period(period)
                : day.format(period.from()) + " to " + day.format(period.until());
    }

    /** Such as {@code UTC} or {@code Europe/Berlin}. */
    String zone() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
