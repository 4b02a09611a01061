package org.scora.check.scanner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps from asking somebody who does not answer: after some failures in a row for a while, then once to see. Thread-safe.
 */
public final class Breaker {
    private static final int FAILURES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant pausedUntil = Instant.MIN;

    public Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether to ask now. After a pause only one is told so, and the others when that one had an answer. */
    synchronized boolean mayTry() {
        if (failures < FAILURES) {
            return true;
        }
        if (clock.instant().isBefore(pausedUntil)) {
            return false;
        }
        pausedUntil = clock.instant().plus(PAUSE);
        return true;
    }

    /** @return whether that ends a time of failures */
    synchronized boolean succeeded() {
        boolean ended = failures >= FAILURES;
        failures = 0;
        return ended;
    }

    /** @return whether this one is the last straw */
    synchronized boolean failed() {
        failures = Math.min(failures + 1, FAILURES + 1);
        if (failures >= FAILURES) {
            pausedUntil = clock.instant().plus(PAUSE);
        }
        return failures == FAILURES;
    }
}
