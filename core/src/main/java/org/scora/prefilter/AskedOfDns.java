package org.scora.prefilter;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** What the DNS said while clients wait, kept for a moment. Thread-safe. */
final class AskedOfDns<K, V> {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final long MOST_KEPT = 50_000;

    private final Semaphore waiting;
    private final Cache<K, V> known;

    /** @param waiting who may wait for the DNS */
    AskedOfDns(Semaphore waiting, Ticker ticker) {
        this.waiting = waiting;
        this.known = CacheBuilder.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(KEPT)
                .build();
    }

    /** The answer; empty where nobody may wait for it, and when asking gives none, which is not kept. */
    Optional<V> answer(K question, Function<K, Optional<V>> ask) {
        V before = known.getIfPresent(question);
        if (before != null) {
            return Optional.of(before);
        }
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            Optional<V> now = ask.apply(question);
            now.ifPresent(answer -> known.put(question, answer));
            return now;
        } finally {
            waiting.release();
        }
    }

    void forget() {
        known.invalidateAll();
    }
}
