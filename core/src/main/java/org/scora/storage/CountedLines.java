package org.scora.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.scora.storage.Tally.Key;

/** Counts lines of the journal hour by hour, so that no database holds many of them at once. */
record CountedLines(Handle handle, Optional<String> domain) {
    private static final int FETCHED = 2000;

    /** Adds the hours of a period, which has to be made of whole ones. */
    void read(Instant from, Instant until, List<Cut> cuts, Tally tally) {
        Optional<Instant> hour = nextHour(from, until);
        while (hour.isPresent()) {
            readHour(hour.get(), cuts, tally);
            hour = nextHour(hour.get().plus(Spans.HOUR), until);
        }
    }

    // The next in which there is mail: there may be none for a long time.
    private Optional<Instant> nextHour(Instant from, Instant until) {
        String order = domain.isPresent() ? "recipient_domain, received_at" : "received_at";
        return bound("SELECT received_at FROM journal_line WHERE " + period() + " ORDER BY " + order + " LIMIT 1")
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> Spans.hour(Instants.read(row, "received_at")))
                .findOne();
    }

    private void readHour(Instant hour, List<Cut> cuts, Tally tally) {
        bound("SELECT " + CountedLine.COLUMNS + " FROM journal_line WHERE " + period() + " AND outcome <> 'REFUSED'")
                .bind("from", hour)
                .bind("until", hour.plus(Spans.HOUR))
                .setFetchSize(FETCHED)
                .map((row, context) -> CountedLine.read(row))
                .forEach(line -> add(hour, line, cuts, tally));
    }

    private static void add(Instant hour, CountedLine line, List<Cut> cuts, Tally tally) {
        for (Cut cut : cuts) {
            cut.parts(line).forEach((part, sums) -> tally.add(new Key(line.domain(), cut, hour, part), sums));
        }
    }

    private String period() {
        return (domain.isPresent() ? "recipient_domain = :domain AND " : "")
                + "received_at >= :from AND received_at < :until";
    }

    private Query bound(String query) {
        return handle.createQuery(query).bind("domain", domain.orElse(""));
    }
}
