package org.scora.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * How a period is put together: of days and hours that are summed up, and of hours whose lines are read.
 *
 * @param kind of what
 * @param until the end of its last hour
 */
record Run(Kind kind, Instant from, Instant until) {
    enum Kind {
        DAYS,
        HOURS,
        LINES
    }

    private static final String SUMMED_UP = """
            SELECT unit, begins FROM journal_span
            WHERE unit IN ('H', 'D') AND begins >= :from AND begins < :until AND stale = FALSE""";

    /** @param inDays whether the hour need not be known */
    static List<Run> of(Handle handle, Instant from, Instant until, boolean inDays) {
        Set<Instant> hours = new HashSet<>();
        Set<Instant> days = new HashSet<>();
        handle.createQuery(SUMMED_UP)
                .bind("from", from)
                .bind("until", until)
                .map((row, context) ->
                        (row.getString("unit").equals("D") ? days : hours).add(Instants.read(row, "begins")))
                .list();
        if (!inDays) {
            days.clear();
        }
        // All that is summed up lies between its first and its last hour: no period is too long to walk through.
        List<Run> runs = new ArrayList<>();
        Instant first = hours.stream().min(Instant::compareTo).orElse(until);
        Instant end = hours.stream()
                .max(Instant::compareTo)
                .map(last -> last.plus(Spans.HOUR))
                .orElse(until);
        add(runs, new Run(Kind.LINES, from, first));
        for (Instant at = first;
                at.isBefore(end);
                at = runs.get(runs.size() - 1).until()) {
            add(runs, next(at, until, days, hours));
        }
        add(runs, new Run(Kind.LINES, end, until));
        return runs;
    }

    private static Run next(Instant at, Instant until, Set<Instant> days, Set<Instant> hours) {
        Instant dayLater = at.plus(Spans.DAY);
        if (days.contains(at) && !dayLater.isAfter(until)) {
            return new Run(Kind.DAYS, at, dayLater);
        }
        return new Run(hours.contains(at) ? Kind.HOURS : Kind.LINES, at, at.plus(Spans.HOUR));
    }

    private static void add(List<Run> runs, Run added) {
        if (!added.from().isBefore(added.until())) {
            return;
        }
        int last = runs.size() - 1;
        boolean goesOn = last >= 0 && runs.get(last).kind() == added.kind();
        if (goesOn) {
            runs.set(last, new Run(added.kind(), runs.get(last).from(), added.until()));
        } else {
            runs.add(added);
        }
    }
}
