package org.scora.console.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long an entry holds, and why it is there. */
final class ListTerms {
    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = Day.class,
            description = "The last day on which the entry holds, such as 2027-01-31; for ever when left out.")
    private Optional<LocalDate> lastDay = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why the entry is there.")
    private Optional<String> note = Optional.empty();

    Optional<Instant> expires(ZoneId zone) {
        return lastDay.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    Optional<String> note() {
        return note;
    }
}
