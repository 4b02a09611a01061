package org.scora.prefilter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** So many in each hour of the clock, and no more. Thread-safe. */
final class HourlyBudget {
    private final int most;
    private final Clock clock;
    private Instant hour = Instant.EPOCH;
    private int taken;

    HourlyBudget(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized boolean take() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            taken = 0;
        }
        if (taken >= most) {
            return false;
        }
        taken++;
        return true;
    }
}
