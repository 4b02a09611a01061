package org.scora.domain;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Remembers what domains' servers said of mailboxes, so that a server is asked seldom, and its word still holds while it
 * is down. Bounded; {@code yes} outlives {@code no}, since a mailbox that was just made has to be reachable soon.
 */
public final class RememberedCallForward implements CallForward {
    private static final int MOST_ANSWERS = 100_000;
    private static final Duration FRESH_YES = Duration.ofHours(6);
    private static final Duration OLDEST_YES = Duration.ofDays(7);
    private static final Duration NO = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final CallForward server;
    private final Ticker ticker;
    private final Cache<Mailbox, Long> takenAt;
    private final Cache<Mailbox, Boolean> refused;
    // Whoever does not answer is left alone for a while: every question would hold an SMTP session.
    private final Cache<String, Boolean> silent;

    /** @param ticker tells how long ago an answer was */
    public RememberedCallForward(CallForward server, Ticker ticker) {
        this.server = server;
        this.ticker = ticker;
        this.takenAt = cache(ticker, OLDEST_YES);
        this.refused = cache(ticker, NO);
        this.silent = cache(ticker, PAUSE);
    }

    private record Mailbox(String domain, String localPart) {}

    private static <K, V> Cache<K, V> cache(Ticker ticker, Duration life) {
        return CacheBuilder.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_ANSWERS)
                .expireAfterWrite(life)
                .build();
    }

    @Override
    public Answer ask(ProtectedDomain domain, String localPart) {
        Mailbox mailbox = new Mailbox(domain.name(), localPart.toLowerCase(Locale.ROOT));
        Optional<Duration> age =
                Optional.ofNullable(takenAt.getIfPresent(mailbox)).map(then -> Duration.ofNanos(ticker.read() - then));
        if (age.filter(since -> since.compareTo(FRESH_YES) < 0).isPresent()) {
            return Answer.TAKES;
        }
        if (refused.getIfPresent(mailbox) != null) {
            return Answer.REFUSES;
        }
        Answer answer = silent.getIfPresent(domain.name()) == null ? server.ask(domain, localPart) : Answer.UNREACHABLE;
        remember(mailbox, answer);
        boolean saysNothing = answer == Answer.UNKNOWN || answer == Answer.UNREACHABLE;
        return saysNothing && age.isPresent() ? Answer.TAKES : answer;
    }

    private void remember(Mailbox mailbox, Answer answer) {
        switch (answer) {
            case TAKES -> takenAt.put(mailbox, ticker.read());
            case REFUSES -> {
                refused.put(mailbox, true);
                takenAt.invalidate(mailbox);
            }
            case UNKNOWN -> {}
            case UNREACHABLE -> silent.asMap().putIfAbsent(mailbox.domain(), true);
        }
    }
}
