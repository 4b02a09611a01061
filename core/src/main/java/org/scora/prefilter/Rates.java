package org.scora.prefilter;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.scora.domain.Refusal;
import org.scora.message.Addresses;
import org.scora.policy.Network;

/**
 * How many connections and messages came within a minute of the first. A sender counts for each network by itself: who
 * forges it elsewhere shall not stop its mail. Memory is bounded; under a flood of networks the oldest are forgotten.
 * Thread-safe.
 */
final class Rates {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST_KEPT = 200_000;

    private final Limits limits;
    private final Cache<Counted, AtomicInteger> counts;

    /** For a minute and a network; 0 is without end. */
    record Limits(int connections, int messages, int messagesOfDomain, int messagesOfSender) {}

    private enum What {
        CONNECTIONS,
        MESSAGES,
        DOMAIN,
        SENDER
    }

    private record Counted(What what, Network network, String name) {}

    Rates(Limits limits, Ticker ticker) {
        this.limits = limits;
        this.counts = CacheBuilder.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(MINUTE)
                .build();
    }

    /** Counts a connection. */
    Optional<Refusal> connection(Network network) {
        return isAbove(limits.connections(), What.CONNECTIONS, network, "")
                ? Optional.of(Words.tooManyConnections())
                : Optional.empty();
    }

    /** Counts a message. */
    Optional<Refusal> message(Network network, Optional<String> sender) {
        String address = sender.orElse("").toLowerCase(Locale.ROOT);
        String domain = Addresses.domainOf(address).orElse("");
        if (isAbove(limits.messages(), What.MESSAGES, network, "")) {
            return Optional.of(Words.tooManyMessages("your network"));
        }
        if (!domain.isEmpty() && isAbove(limits.messagesOfDomain(), What.DOMAIN, network, domain)) {
            return Optional.of(Words.tooManyMessages("the sender's domain"));
        }
        return !domain.isEmpty() && isAbove(limits.messagesOfSender(), What.SENDER, network, address)
                ? Optional.of(Words.tooManyMessages("the sender"))
                : Optional.empty();
    }

    private boolean isAbove(int limit, What what, Network network, String name) {
        return limit > 0
                && Counters.of(counts, new Counted(what, network, name)).incrementAndGet() > limit;
    }
}
