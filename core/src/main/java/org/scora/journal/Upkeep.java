package org.scora.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sums the journal up and clears it away. Whatever of it has run or not, {@link Totals} give the same numbers. Each may be
 * stopped anywhere, runs beside mail that is worked on, and goes on the next time. Throws UncheckedIOException when the
 * store can not be reached.
 */
public interface Upkeep {

    /** A sum that is not what the lines say; a number of copies is zero where there is none. */
    record Difference(Instant begin, String domain, String of, String part, long summed, long inLines) {}

    /** Sums up the hours that are over, and those in which lines changed since. Returns how many. */
    int sumUp();

    /**
     * Sums up again. Hours whose lines are deleted, and those that are not over for long, are left as they are.
     *
     * @param from included, by whole hours
     * @param until not included
     * @return how many hours were summed up
     */
    int rebuild(Instant from, Instant until);

    /**
     * Compares sums and lines; nothing is changed.
     *
     * @param domain only this one's
     * @param from included, by whole hours
     * @param until not included
     */
    Comparison verify(Optional<String> domain, Instant from, Instant until);

    /**
     * What a comparison came to.
     *
     * @param hours that were compared
     * @param withoutLines hours that could not be, since their lines are deleted
     * @param differences a bounded number
     */
    record Comparison(int hours, int withoutLines, List<Difference> differences) {}

    /** Deletes lines of mail that came before, whole hours that are summed up first. Returns how many lines went. */
    long forgetLines(Instant before);

    /** Deletes sums and refusals of the time before. Lines have to be deleted before that. */
    void forgetTotals(Instant before);

    /** Puts pseudonyms in the place of those concerned, in lines and sums of mail that came before. Returns how many lines. */
    long veil(Instant before);
}
