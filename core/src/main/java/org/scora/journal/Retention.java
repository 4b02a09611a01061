package org.scora.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long what of the journal is kept.
 *
 * @param namesFor after that time pseudonyms stand for those concerned; empty for never
 * @param linesFor after that time a line is deleted
 * @param totalsFor after that time sums and refusals are deleted; longer than lines are kept
 */
public record Retention(Optional<Duration> namesFor, Duration linesFor, Duration totalsFor) {

    /** Does what is due. It may be stopped anywhere and goes on the next time. */
    public void apply(Upkeep upkeep, Instant now) {
        namesFor.ifPresent(period -> upkeep.veil(now.minus(period)));
        upkeep.forgetLines(now.minus(linesFor));
        upkeep.forgetTotals(now.minus(totalsFor));
    }
}
