package org.scora.trust;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The greylist with memory in front: no client waits for a write. What is noted is written some seconds later, long before
 * anybody may come again, and lost in a crash, which costs a sender one more try. Thread-safe.
 */
public final class RememberedGreylist {
    private static final Logger LOGGER = LoggerFactory.getLogger(RememberedGreylist.class);
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_NOTED = 10_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private final Greylist stored;
    private final Cache<GreylistKey, Greylisted> remembered = CacheBuilder.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final Map<GreylistKey, Greylisted> noted = new HashMap<>();

    public RememberedGreylist(Greylist stored) {
        this.stored = stored;
    }

    /** @throws java.io.UncheckedIOException when the store can not be reached */
    Optional<Greylisted> find(GreylistKey key) {
        Optional<Greylisted> known = Optional.ofNullable(remembered.getIfPresent(key));
        if (known.isPresent()) {
            return known;
        }
        Optional<Greylisted> found = stored.find(key);
        found.ifPresent(entry -> remembered.put(key, entry));
        return found;
    }

    /** To be written by {@link #write()}; beyond a bound it is remembered here alone. */
    synchronized void note(GreylistKey key, Greylisted entry) {
        remembered.put(key, entry);
        if (noted.size() < MOST_NOTED || noted.containsKey(key)) {
            noted.put(key, entry);
        }
    }

    /** Writes what was noted since the last time. What can not be written is left out. */
    public void write() {
        Map<GreylistKey, Greylisted> entries = taken();
        if (entries.isEmpty()) {
            return;
        }
        try {
            stored.add(entries);
        } catch (RuntimeException e) {
            LOGGER.warn("{} entries of the greylist could not be written", entries.size(), e);
        }
    }

    private synchronized Map<GreylistKey, Greylisted> taken() {
        Map<GreylistKey, Greylisted> entries = Map.copyOf(noted);
        noted.clear();
        return entries;
    }
}
