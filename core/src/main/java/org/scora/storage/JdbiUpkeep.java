package org.scora.storage;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.scora.journal.Upkeep;

/** Hands each task to who does it. */
final class JdbiUpkeep implements Upkeep {
    private final Sql sql;
    private final Pseudonyms pseudonyms;
    private final Clock clock;
    private final Roller roller;

    JdbiUpkeep(Sql sql, Pseudonyms pseudonyms, Clock clock) {
        this.sql = sql;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.roller = new Roller(sql, clock);
    }

    @Override
    public int sumUp() {
        return roller.sumUp();
    }

    @Override
    public int rebuild(Instant from, Instant until) {
        return roller.rebuild(from, until);
    }

    @Override
    public Comparison verify(Optional<String> domain, Instant from, Instant until) {
        return new Comparing(sql, domain.map(name -> name.toLowerCase(Locale.ROOT))).period(from, until);
    }

    @Override
    public long forgetLines(Instant before) {
        return new Clearing(sql, roller, clock).lines(before);
    }

    @Override
    public void forgetTotals(Instant before) {
        new Clearing(sql, roller, clock).totals(before);
    }

    @Override
    public long veil(Instant before) {
        return new Veiling(sql, roller, pseudonyms, clock).before(before);
    }
}
