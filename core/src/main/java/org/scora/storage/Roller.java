package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Sums up hours of lines, and days of hours, each in one transaction. */
record Roller(Sql sql, Clock clock) {
    private static final int HOURS_OF_A_DAY = 24;

    /** Those that are over and not summed up, or stale; the newest first, since they are asked for most. */
    int sumUp() {
        Instant end = Spans.closedBefore(clock.instant());
        Optional<Instant> oldest = oldestLine();
        TreeSet<Instant> waiting = new TreeSet<>(staleHours(end));
        oldest.ifPresent(begin -> {
            Set<Instant> known = new HashSet<>(knownHours(begin));
            for (Instant hour = begin; hour.isBefore(end); hour = hour.plus(Spans.HOUR)) {
                if (!known.contains(hour)) {
                    waiting.add(hour);
                }
            }
        });
        waiting.descendingSet().forEach(this::hour);
        waitingDays(end).forEach(this::day);
        return waiting.size();
    }

    int rebuild(Instant from, Instant until) {
        Instant end = Spans.closedBefore(clock.instant());
        Instant oldest = oldestLine().orElse(end);
        Instant first = oldest.isAfter(from) ? oldest : Spans.hour(from);
        int rebuilt = 0;
        for (Instant hour = first; hour.isBefore(until) && hour.isBefore(end); hour = hour.plus(Spans.HOUR)) {
            rebuilt += hour(hour) ? 1 : 0;
        }
        waitingDays(end).forEach(this::day);
        return rebuilt;
    }

    /** False for one whose lines are deleted. */
    boolean hour(Instant hour) {
        return sql.write(handle -> {
            Spans spans = new Spans(handle, clock);
            if (!spans.lock("H", hour)) {
                return false;
            }
            spans.staleDay(hour);
            Tally tally = new Tally();
            new CountedLines(handle, Optional.empty()).read(hour, hour.plus(Spans.HOUR), Cut.ALL, tally);
            SummedUp sums = new SummedUp(handle);
            sums.delete("H", hour);
            sums.writeHour(tally);
            spans.summedUp("H", hour);
            return true;
        });
    }

    private boolean day(Instant day) {
        return sql.write(handle -> {
            Spans spans = new Spans(handle, clock);
            SummedUp sums = new SummedUp(handle);
            if (!spans.lock("D", day)
                    || sums.freshHours(day, day.plus(Spans.DAY)).size() < HOURS_OF_A_DAY) {
                return false;
            }
            sums.delete("D", day);
            sums.writeDay(day);
            spans.summedUp("D", day);
            return true;
        });
    }

    private Optional<Instant> oldestLine() {
        return sql.read(
                handle -> handle.createQuery("SELECT received_at FROM journal_line ORDER BY received_at LIMIT 1")
                        .map((row, context) -> Spans.hour(Instants.read(row, "received_at")))
                        .findOne());
    }

    private List<Instant> staleHours(Instant end) {
        return sql.read(handle -> times(
                handle, "SELECT begins FROM journal_span WHERE unit = 'H' AND stale = TRUE AND begins < :time", end));
    }

    private List<Instant> knownHours(Instant from) {
        return sql.read(
                handle -> times(handle, "SELECT begins FROM journal_span WHERE unit = 'H' AND begins >= :time", from));
    }

    private List<Instant> waitingDays(Instant end) {
        Set<Instant> done = new HashSet<>(sql.read(handle -> times(
                handle, "SELECT begins FROM journal_span WHERE unit = 'D' AND stale = FALSE AND begins < :time", end)));
        return sql.read(handle -> new SummedUp(handle).freshHours(Instant.EPOCH, end)).stream()
                .map(Spans::day)
                .distinct()
                .filter(day -> !done.contains(day) && !day.plus(Spans.DAY).isAfter(end))
                .toList();
    }

    private static List<Instant> times(Handle handle, String query, Instant time) {
        return handle.createQuery(query)
                .bind("time", time)
                .map((row, context) -> Instants.read(row, "begins"))
                .list();
    }
}
