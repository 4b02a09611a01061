package org.scora.console.web.visit;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How often somebody may do something. It remembers a bounded number of them: those who did it last. */
public final class Rate {
    private static final int REMEMBERED = 20_000;

    private final Cache<String, AtomicInteger> counts;
    private final int most;

    /** @param most how often in a period that begins with the first time */
    public Rate(int most, Duration period, Clock clock) {
        this.most = most;
        this.counts = CacheBuilder.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(period)
                .ticker(ticker(clock))
                .build();
    }

    private static Ticker ticker(Clock clock) {
        return new Ticker() {
            @Override
            public long read() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }
        };
    }

    /** Counts once more; false when it was too often. */
    public boolean allows(String who) {
        return counts.asMap().computeIfAbsent(who, any -> new AtomicInteger()).incrementAndGet() <= most;
    }
}
