package org.scora.prefilter;

import com.google.common.base.Ticker;
import java.time.Clock;
import java.time.Duration;

/** The time of caches, by the clock that is injected. */
final class Tickers {
    private Tickers() {}

    static Ticker of(Clock clock) {
        return new Ticker() {
            @Override
            public long read() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }
        };
    }
}
