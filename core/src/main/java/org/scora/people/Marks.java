package org.scora.people;

import java.time.Instant;
import java.util.Collection;

/**
 * What is known for a while of visitors of the web console, such as {@code machine network 192.0.2.0/24}. All nodes know
 * the same. Throws UncheckedIOException when the store can not be reached.
 */
public interface Marks {
    /** Remembers these until then; what is remembered for longer already stays so. */
    void put(Collection<String> marks, Instant until);

    /** Whether any of these is remembered. */
    boolean any(Collection<String> marks);

    /** Forgets what is over; returns how many. */
    int forget();
}
