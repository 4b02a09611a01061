package org.scora.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.scora.journal.Journal;
import org.scora.replay.Deciding;
import org.scora.score.WeightsInForce;

/**
 * Brings the numbers of the hours up to date. Each hour is counted whole and written at once; the last two are counted
 * again, since lines of them were still to come. It may be stopped anywhere and goes on the next time.
 */
final class Counting {
    /** How far back the usual is known by. */
    static final Duration USUAL = Duration.ofDays(14);

    private static final Duration KEPT = Duration.ofDays(35);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Journal journal;
    private final Counts counts;
    private final Deciding.Sources sources;
    private final WeightsInForce weights;

    Counting(Journal journal, Counts counts, Deciding.Sources sources, WeightsInForce weights) {
        this.journal = journal;
        this.counts = counts;
        this.sources = sources;
        this.weights = weights;
    }

    void upTo(Instant now) {
        DecidedBy decidedBy = new DecidedBy(sources.asNow(), weights.ofSite(), weights.get());
        Instant earliest = hour(now.minus(USUAL));
        Instant hour = counts.newest()
                .map(newest -> newest.minus(AGAIN))
                .filter(earliest::isBefore)
                .or(() -> firstWithMail(earliest, now))
                .orElse(hour(now));
        for (; !hour.isAfter(now); hour = hour.plus(Duration.ofHours(1))) {
            HourCounter counter = new HourCounter(decidedBy);
            journal.replay(Optional.empty(), hour, hour.plus(Duration.ofHours(1)), counter::add);
            counts.put(counter.counted(hour));
        }
        counts.forget(now.minus(KEPT));
    }

    /** A gateway that is new has no empty hours that would pass for usual. */
    private Optional<Instant> firstWithMail(Instant earliest, Instant now) {
        return journal.oldest(earliest).filter(now::isAfter).map(Counting::hour);
    }

    /** The end of the hour that is not over yet. */
    static Instant end(Instant now) {
        return hour(now).plus(Duration.ofHours(1));
    }

    static Instant hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }
}
