package org.scora.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times and spans in words. */
final class Times {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm z", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /** A time of day, rounded up to a minute; with its date when that is not today's. */
    String at(Instant time) {
        Instant minute = time.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        boolean today = minute.atZone(clock.getZone())
                .toLocalDate()
                .equals(clock.instant().atZone(clock.getZone()).toLocalDate());
        return (today ? TODAY : OTHER_DAY).format(minute.atZone(clock.getZone()));
    }

    static String span(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds >= 172_800) {
            return seconds / 86_400 + " days";
        }
        if (seconds >= 7200) {
            return seconds / 3600 + " hours";
        }
        if (seconds >= 120) {
            return seconds / 60 + " minutes";
        }
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }
}
