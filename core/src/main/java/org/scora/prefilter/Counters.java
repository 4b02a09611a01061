package org.scora.prefilter;

import com.google.common.cache.Cache;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counters in a cache, each of which begins when it is first asked for. */
final class Counters {
    private Counters() {}

    static <K> AtomicInteger of(Cache<K, AtomicInteger> cache, K key) {
        try {
            return cache.get(key, AtomicInteger::new);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
