package org.scora.prefilter;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.scora.policy.Network;

/**
 * How long a client waits for its greeting. Programs that only want to be rid of their mail do not wait (RFC 5321 section
 * 3.1 has the client wait). Who brought a recipient that there is does not wait again for a week. Thread-safe.
 */
public final class Greetings {
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final long MOST_KEPT = 100_000;

    private final Duration pause;
    private final Trusted trusted;
    private final Cache<Network, Boolean> known;

    Greetings(Duration pause, Trusted trusted, Ticker ticker) {
        this.pause = pause;
        this.trusted = trusted;
        this.known = CacheBuilder.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(REMEMBERED)
                .build();
    }

    /** Zero for a client that is greeted at once. */
    public Duration pause(InetAddress client) {
        boolean waits = !trusted.has(Optional.of(client)) && known.getIfPresent(Network.around(client)) == null;
        return waits ? pause : Duration.ZERO;
    }

    /** Whether a client that names unknown mailboxes again and again is answered ever slower. */
    public boolean slowsDown(InetAddress client) {
        return !trusted.has(Optional.of(client));
    }

    void knew(Network network) {
        known.put(network, true);
    }
}
