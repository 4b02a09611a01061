package org.scora.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.scora.storage.Tally.Key;
import org.scora.storage.Tally.Sums;

/** The sums in their table. */
record SummedUp(Handle handle) {
    private static final String SUMS =
            "SUM(copies) AS copies, SUM(kept) AS kept, SUM(more) AS more, MAX(most) AS most FROM journal_total";
    private static final String OF_SPAN = " WHERE unit = :unit AND begins = :begins";
    private static final String INSERT = """
            INSERT INTO journal_total (domain, cut, unit, begins, part, copies, kept, more, most)
            VALUES (:domain, :cut, :unit, :begins, :part, :copies, :kept, :more, :most)""";
    private static final String DAY_OF_HOURS = """
            INSERT INTO journal_total (domain, cut, unit, begins, part, copies, kept, more, most)
            SELECT domain, cut, 'D', CAST(:day AS TIMESTAMP WITH TIME ZONE), part,
                SUM(copies), SUM(kept), SUM(more), MAX(most)
            FROM journal_total
            WHERE unit = 'H' AND begins >= :day AND begins < :dayLater AND cut <> 'MAIL'
            GROUP BY domain, cut, part""";
    private static final int BATCH = 2000;

    /** Adds what is summed up of a period; all of it under the period's beginning if the hour need not be known. */
    void read(Optional<String> domain, Cut cut, Run run, boolean byHour, Tally tally) {
        String ofDomain = domain.isPresent() ? "domain = :domain AND " : "";
        String hour = byHour ? "begins, " : "";
        query("SELECT part, " + hour + SUMS + " WHERE " + ofDomain + "cut = :cut AND unit = :unit"
                        + " AND begins >= :from AND begins < :until GROUP BY " + hour + "part")
                .bind("domain", domain.orElse(""))
                .bind("cut", cut.name())
                .bind("unit", run.kind() == Run.Kind.DAYS ? "D" : "H")
                .bind("from", run.from())
                .bind("until", run.until())
                .map((row, context) -> {
                    Instant begin = byHour ? Instants.read(row, "begins") : run.from();
                    tally.add(new Key(domain.orElse(""), cut, begin, row.getString("part")), sums(row));
                    return begin;
                })
                .list();
    }

    /** All sums of an hour. */
    Tally hour(Instant begin) {
        Tally tally = new Tally();
        query("SELECT * FROM journal_total" + OF_SPAN)
                .bind("unit", "H")
                .bind("begins", begin)
                .map((row, context) -> {
                    tally.add(
                            new Key(
                                    row.getString("domain"),
                                    Cut.valueOf(row.getString("cut")),
                                    begin,
                                    row.getString("part")),
                            sums(row));
                    return begin;
                })
                .list();
        return tally;
    }

    void delete(String unit, Instant begin) {
        handle.createUpdate("DELETE FROM journal_total" + OF_SPAN)
                .bind("unit", unit)
                .bind("begins", begin)
                .execute();
    }

    void writeHour(Tally tally) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        tally.sums().forEach((key, sums) -> {
            batch.bind("domain", key.domain())
                    .bind("cut", key.cut().name())
                    .bind("unit", "H")
                    .bind("begins", key.begin())
                    .bind("part", key.part())
                    .bind("copies", sums.copies())
                    .bind("kept", sums.kept())
                    .bind("more", sums.more())
                    .bind("most", sums.most())
                    .add();
            if (batch.size() == BATCH) {
                batch.execute();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Makes the sums of a day of those of its hours. */
    void writeDay(Instant day) {
        handle.createUpdate(DAY_OF_HOURS)
                .bind("day", day)
                .bind("dayLater", day.plus(Spans.DAY))
                .execute();
    }

    /** Those of the hours from one to another that are summed up. */
    List<Instant> freshHours(Instant from, Instant until) {
        return query("SELECT begins FROM journal_span WHERE unit = 'H' AND stale = FALSE"
                        + " AND begins >= :from AND begins < :until ORDER BY begins")
                .bind("from", from)
                .bind("until", until)
                .map((row, context) -> Instants.read(row, "begins"))
                .list();
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(row.getLong("copies"), row.getLong("kept"), row.getLong("more"), row.getLong("most"));
    }

    private Query query(String text) {
        return handle.createQuery(text);
    }
}
