package org.scora.trust;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who was asked to come again, and who did, as it is stored: all nodes have one. Throws UncheckedIOException when the store
 * can not be reached.
 */
public interface Greylist {

    Optional<Greylisted> find(GreylistKey key);

    /**
     * Adds who came, all or none. Who is there keeps the time when it first came, and stays let in. Who would be new is left
     * out when so many of one pool wait for one domain that it looks like a flood.
     */
    void add(Map<GreylistKey, Greylisted> entries);

    /** Forgets who did not come again in two days, who was let in and not seen for 36, and the oldest of too many. */
    int forget(Instant now);
}
