package org.scora.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.scora.journal.Upkeep.Comparison;
import org.scora.journal.Upkeep.Difference;
import org.scora.storage.Tally.Key;
import org.scora.storage.Tally.Sums;

/** Compares sums and lines, an hour and a day at a time. */
record Comparing(Sql sql, Optional<String> domain) {
    private static final int MOST = 100;

    Comparison period(Instant from, Instant until) {
        List<Instant> hours = sql.read(handle -> new SummedUp(handle).freshHours(Spans.hour(from), until));
        List<Difference> differences = new ArrayList<>();
        int compared = 0;
        for (Instant hour : hours) {
            compared += atOneMoment(handle -> hour(handle, hour, differences)) ? 1 : 0;
        }
        for (Instant day : hours.stream().map(Spans::day).distinct().toList()) {
            atOneMoment(handle -> day(handle, day, differences));
        }
        return new Comparison(
                compared,
                hours.size() - compared,
                differences.stream().limit(MOST).toList());
    }

    private interface Question {
        boolean ask(Handle handle);
    }

    private boolean atOneMoment(Question question) {
        return sql.read(handle -> handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, question::ask));
    }

    private boolean hour(Handle handle, Instant hour, List<Difference> differences) {
        if (!is(handle, "H", hour, "gone = FALSE")) {
            return false;
        }
        if (is(handle, "H", hour, "stale = FALSE")) {
            Tally lines = new Tally();
            new CountedLines(handle, domain).read(hour, hour.plus(Spans.HOUR), Cut.ALL, lines);
            compare(ofDomain(new SummedUp(handle).hour(hour)), lines.sums(), differences);
        }
        return true;
    }

    private boolean day(Handle handle, Instant day, List<Difference> differences) {
        if (!is(handle, "D", day, "stale = FALSE")) {
            return false;
        }
        SummedUp sums = new SummedUp(handle);
        Instant end = day.plus(Spans.DAY);
        for (Cut cut : Cut.ALL) {
            if (cut != Cut.MAIL) {
                Tally days = new Tally();
                sums.read(domain, cut, new Run(Run.Kind.DAYS, day, end), false, days);
                Tally hours = new Tally();
                sums.read(domain, cut, new Run(Run.Kind.HOURS, day, end), false, hours);
                compare(days.sums(), hours.sums(), differences);
            }
        }
        return true;
    }

    private Map<Key, Sums> ofDomain(Tally tally) {
        tally.sums()
                .keySet()
                .removeIf(
                        key -> domain.filter(name -> !name.equals(key.domain())).isPresent());
        return tally.sums();
    }

    private static void compare(Map<Key, Sums> summed, Map<Key, Sums> lines, List<Difference> differences) {
        Set<Key> keys = new HashSet<>(summed.keySet());
        keys.addAll(lines.keySet());
        for (Key key : keys) {
            Sums sums = summed.getOrDefault(key, Sums.NONE);
            Sums counted = lines.getOrDefault(key, Sums.NONE);
            if (!sums.equals(counted) && differences.size() < MOST) {
                differences.add(new Difference(
                        key.begin(), key.domain(), key.cut().name(), key.part(), sums.copies(), counted.copies()));
            }
        }
    }

    private static boolean is(Handle handle, String unit, Instant begins, String state) {
        return handle.createQuery("SELECT COUNT(*) FROM journal_span WHERE unit = :unit AND begins = :begins AND "
                                + state)
                        .bind("unit", unit)
                        .bind("begins", begins)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
