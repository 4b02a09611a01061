package org.scora.trust;

import java.time.Instant;
import java.util.Optional;

/**
 * Who was asked to come again, and who did, as it is stored: all nodes have one. Throws UncheckedIOException when the store
 * can not be reached.
 */
public interface Greylist {

    Optional<Greylisted> find(GreylistKey key);

    /**
     * Notes who comes for the first time. Nothing happens when it is there already, and when so many of one pool wait for
     * one domain that it looks like a flood.
     */
    void begin(GreylistKey key, Instant now);

    /** Notes that it came again after the wait, or that it is still used. */
    void letIn(GreylistKey key, Instant now);

    /** Forgets who did not come again in two days, who was let in and not seen for 36, and the oldest of too many. */
    int forget(Instant now);
}
