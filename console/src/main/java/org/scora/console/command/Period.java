package org.scora.console.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say which days are meant. */
final class Period {
    /** Days when nothing is said. */
    static final int WEEK = 7;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Day.class,
            description = "From this day on, such as 2026-11-24. --days before the end when left out.")
    private Optional<LocalDate> since = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = Day.class,
            description = "Up to this day, which is included. Until now when left out.")
    private Optional<LocalDate> until = Optional.empty();

    @Option(names = "--days", paramLabel = "N", description = "How many days, unless --since says it (default: 7).")
    private Optional<Integer> days = Optional.empty();

    private Instant until(Instant now, ZoneId zone) {
        return until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()).orElse(now.plusSeconds(1));
    }

    private Instant from(Instant now, ZoneId zone, int byDefault) {
        return since.map(day -> day.atStartOfDay(zone).toInstant())
                .orElseGet(() -> until(now, zone)
                        .atZone(zone)
                        .minusDays(days.orElse(byDefault))
                        .toInstant());
    }

    /** As the query of a path. */
    String query(Instant now, ZoneId zone) {
        return query(now, zone, WEEK);
    }

    /** @param byDefault how many days when nothing is said */
    String query(Instant now, ZoneId zone, int byDefault) {
        return "from=" + from(now, zone, byDefault) + "&until=" + until(now, zone);
    }
}
