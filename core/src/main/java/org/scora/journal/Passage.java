package org.scora.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a message's way, for those who look for it. All of it may be missing, as in lines of older versions.
 *
 * @param messageId the Message-ID field, cut if it is long
 * @param helo by which name the client greeted
 * @param tls the version of TLS under which it came, such as "TLSv1.3"; empty for none
 * @param scoredIn how long the scoring took
 * @param deliveredAt when the destination took it; the store notes it
 */
public record Passage(
        Optional<String> messageId,
        Optional<String> helo,
        Optional<String> tls,
        Optional<Duration> scoredIn,
        Optional<Instant> deliveredAt) {

    /** When nothing is known. */
    public static final Passage UNKNOWN =
            new Passage(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
