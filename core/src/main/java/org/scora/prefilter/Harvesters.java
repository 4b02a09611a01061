package org.scora.prefilter;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.scora.policy.Network;

/**
 * Knows the networks that try out addresses: those that wrote to more unknown mailboxes within an hour than are borne,
 * and to more unknown than known ones. A large sender has some stale addresses and many good ones; who guesses has few
 * that are good. Memory is bounded. Thread-safe.
 */
final class Harvesters {
    private static final Duration COUNTED = Duration.ofHours(1);
    static final Duration BLOCKED = Duration.ofMinutes(30);
    private static final long MOST_KEPT = 100_000;

    private final int most;
    private final Cache<Network, AtomicInteger> unknown;
    private final Cache<Network, AtomicInteger> known;
    private final Cache<Network, Boolean> blocked;

    /** @param most unknown mailboxes in an hour; 0 is without end */
    Harvesters(int most, Ticker ticker) {
        this.most = most;
        this.unknown = cache(ticker, COUNTED);
        this.known = cache(ticker, COUNTED);
        this.blocked = cache(ticker, BLOCKED);
    }

    private static <V> Cache<Network, V> cache(Ticker ticker, Duration life) {
        return CacheBuilder.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(life)
                .build();
    }

    boolean has(Network network) {
        return blocked.getIfPresent(network) != null;
    }

    /** Notes a recipient that there is. */
    void knew(Network network) {
        Counters.of(known, network).incrementAndGet();
    }

    /** Notes a recipient that there is not. */
    void guessed(Network network) {
        int guesses = Counters.of(unknown, network).incrementAndGet();
        AtomicInteger hits = known.getIfPresent(network);
        if (most > 0 && guesses > most && (hits == null || guesses > hits.get())) {
            blocked.put(network, true);
            unknown.invalidate(network);
        }
    }
}
