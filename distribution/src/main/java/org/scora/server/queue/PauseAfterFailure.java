package org.scora.server.queue;

import java.time.Duration;
import java.util.List;

/** How long a mail waits that the chain failed to work on, so that a short outage does not use up its tries. */
final class PauseAfterFailure {
    static final Duration LONGEST = Duration.ofMinutes(15);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(-1), // not yet failed: no delay, in James' terms
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private PauseAfterFailure() {}

    /** @param failures how often the mail has failed, from 0 */
    static Duration beforeTry(int failures) {
        return failures < PAUSES.size() ? PAUSES.get(failures) : LONGEST;
    }
}
