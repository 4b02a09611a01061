package org.scora.checkup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Remembers which MX records a domain had, as far as check-ups saw it: only so can it be told how long others remember
 * the former ones. Throws UncheckedIOException when the store can not be reached.
 */
public interface MxHistory {

    /** Notes what is published now; the same as the last time only moves that sighting's end. Nothing for a domain that is not protected. */
    void saw(String domain, String records, Duration ttl, Instant now);

    /** The last sightings, the newest first; bounded. */
    List<MxSighting> of(String domain);
}
