package org.scora.people;

import java.time.Duration;
import java.util.Optional;

/**
 * Who is logged in at the web console. Of a session's id only a hash is kept. What was changed is durable on return, and
 * beginning and ending stand in the audit log. Throws UncheckedIOException when the store can not be reached.
 */
public interface Sessions {
    /** After so long without a sign of life a session is over. */
    Duration IDLE = Duration.ofHours(8);

    /** Begins a session; returns its id, 32 random characters a-z and 2-7. */
    String begin(Actor who);

    /** The session with this id, if it is not over; that it was asked for is a sign of life. */
    Optional<Session> find(String id);

    /** Ends a session; false when there was none. */
    boolean end(String id, String origin);

    /** Forgets the sessions that are over; returns how many. */
    int forget();
}
