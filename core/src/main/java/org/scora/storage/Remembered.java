package org.scora.storage;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Answers of the database, remembered until an administrator changes something, here or on another node. Bounded.
 * Thread-safe.
 */
final class Remembered {
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);
    // Texts of some hundred bytes each.
    private static final long MOST_TEXTS = 100_000;

    private final LongSupplier revision;
    private final Clock clock;
    private volatile Generation current = new Generation(Long.MIN_VALUE, Instant.MIN);

    /** @param revision asks the database for a number that grows with every change */
    Remembered(LongSupplier revision, Clock clock) {
        this.revision = revision;
        this.clock = clock;
    }

    /** What was asked of one state of the database. An answer that comes late can not get into a newer one. */
    private record Generation(long revision, Instant lookedAt, Cache<Object, Object> answers) {
        Generation(long revision, Instant lookedAt) {
            this(
                    revision,
                    lookedAt,
                    CacheBuilder.newBuilder()
                            .maximumWeight(MOST_TEXTS)
                            .weigher((key, answer) -> texts(answer))
                            .build());
        }

        // The question itself, and what a list, such as a domain's allowlist, has in it.
        private static int texts(Object answer) {
            return 1
                    + (answer instanceof Collection<?> list ? list.size() : 0)
                    + (answer instanceof Map<?, ?> map ? map.size() : 0);
        }
    }

    /**
     * The answer to a question, from memory if it is known.
     *
     * @param key tells this question from all others, and has the type of its answer
     */
    @SuppressWarnings("unchecked") // what is stored under a key came from a question of its type
    <T> T answer(Key<T> key, Supplier<T> question) {
        try {
            return (T) upToDate().answers().get(key, question::get);
        } catch (ExecutionException | UncheckedExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    /** A question of one kind about some names. */
    record Key<T>(Class<? super T> answer, String kind, String first, String second) {}

    /** To be called after a change: it is seen here at once, elsewhere within a second. */
    synchronized void changed() {
        current = new Generation(Long.MIN_VALUE, Instant.MIN);
    }

    private Generation upToDate() {
        Generation seen = current;
        return isFresh(seen) ? seen : lookAgain();
    }

    // A clock that was set back must not make old answers last.
    private boolean isFresh(Generation generation) {
        return !generation.lookedAt().equals(Instant.MIN)
                && Duration.between(generation.lookedAt(), clock.instant())
                                .abs()
                                .compareTo(LOOK_AGAIN_AFTER)
                        < 0;
    }

    private synchronized Generation lookAgain() {
        Generation old = current;
        if (!isFresh(old)) {
            Instant now = clock.instant();
            long number = revision.getAsLong();
            current =
                    number == old.revision() ? new Generation(number, now, old.answers()) : new Generation(number, now);
        }
        return current;
    }
}
