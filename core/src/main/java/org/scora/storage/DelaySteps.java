package org.scora.storage;

/**
 * Times in steps, each a quarter longer than the one below: so that of many times one in the middle can be told from
 * numbers that can be added.
 */
final class DelaySteps {
    private static final double GROWTH = Math.log(1.25);

    private DelaySteps() {}

    /** @param millis 0 for a time that is not known */
    static int of(long millis) {
        return millis <= 0 ? -1 : (int) Math.ceil(Math.log(millis) / GROWTH - 1e-9);
    }

    /** The longest time of a step in milliseconds. */
    static long longest(int step) {
        return (long) Math.exp(step * GROWTH);
    }
}
