package org.scora.trust;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * With whom the protected domains have had to do, as it is stored. Throws UncheckedIOException when the store can not be
 * reached.
 */
public interface Correspondents {

    /** What a domain had to do with a peer, by the names of {@link Contact}. */
    Optional<Acquaintance> find(String domain, String peer);

    /** Adds to what is known, all or none; what is about a domain that is not protected any more is left out. */
    void add(Collection<Contact> contacts);

    /**
     * Forgets whom nobody had to do with for long, and the oldest of those that are too many; returns how many.
     *
     * @param before when they were last seen
     * @param most how many stay
     */
    int forget(Instant before, int most);

    /** Forgets whose mail people of a domain have called unwanted since then; returns how many. */
    int forgetUnwanted(Instant since);
}
