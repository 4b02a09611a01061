package org.scora.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What people made of messages. What the gateway does by itself is not among it. Throws UncheckedIOException when the
 * store can not be reached.
 */
public interface Opinions {

    /** Notes one; a second of its kind about the same copy changes nothing. */
    void note(Opinion opinion);

    /** Those about messages with these receipts. */
    List<Opinion> about(Collection<String> receipts);

    /** Deletes those that were said before; returns how many. */
    int forget(Instant before);

    /** The newest since a time, which is included. */
    List<Opinion> since(Instant from, int limit);
}
