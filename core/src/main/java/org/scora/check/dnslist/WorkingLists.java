package org.scora.check.dnslist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.scora.dns.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which lists work. One that does not list its test entry, lists what it must not, or refuses, is taken out with a warning
 * until it passes its next test (RFC 5782 section 5). Thread-safe.
 */
final class WorkingLists {
    private static final Logger LOGGER = LoggerFactory.getLogger(WorkingLists.class);
    private static final Duration TESTED_EVERY = Duration.ofHours(1);
    /** One that did not answer is tried again sooner: it may just have been slow. */
    private static final Duration SILENT_TESTED_EVERY = Duration.ofMinutes(1);

    private static final int SILENCES_AT_MOST = 10;

    private final Dns dns;
    private final Clock clock;
    private final Map<String, State> states = new ConcurrentHashMap<>();

    WorkingLists(Dns dns, Clock clock) {
        this.dns = dns;
        this.clock = clock;
    }

    private static final class State {
        final ReentrantLock testing = new ReentrantLock();
        final AtomicInteger silences = new AtomicInteger();
        volatile @Nullable Test aside;
        volatile @Nullable Test last;
    }

    private record Test(Instant nextAt, Optional<String> trouble) {}

    /** Why a list is out; empty when it works. Tests it first when it was not tested within the hour. */
    Optional<String> trouble(DnsList list) throws InterruptedException {
        State state = states.computeIfAbsent(list.zone(), zone -> new State());
        Test aside = state.aside;
        if (aside != null && clock.instant().isBefore(aside.nextAt())) {
            return aside.trouble();
        }
        Test known = state.last;
        if (known != null && clock.instant().isBefore(known.nextAt())) {
            return known.trouble();
        }
        // While one tests again, the others go by what is known.
        if (known != null && !state.testing.tryLock()) {
            return known.trouble();
        }
        if (known == null) {
            state.testing.lockInterruptibly();
        }
        try {
            Test last = state.last;
            return last == known ? test(list, state).trouble() : last == null ? Optional.empty() : last.trouble();
        } finally {
            state.testing.unlock();
        }
    }

    /** Takes a list out, whatever its tests say, until it is taken in or the time is over. */
    void setAside(DnsList list, String reason, Duration time) {
        State state = states.computeIfAbsent(list.zone(), zone -> new State());
        Test before = state.aside;
        state.aside = new Test(clock.instant().plus(time), Optional.of(reason));
        if (before == null || !clock.instant().isBefore(before.nextAt())) {
            LOGGER.warn("DNS list {} is left out: {}", list.zone(), reason);
        }
    }

    /** Ends {@link #setAside}. */
    void takeIn(DnsList list) {
        State state = states.computeIfAbsent(list.zone(), zone -> new State());
        if (state.aside != null) {
            state.aside = null;
            LOGGER.info("DNS list {} is used again", list.zone());
        }
    }

    /** Why lists are out, by their zones, without testing any. */
    Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        states.forEach((zone, state) -> {
            Test aside = state.aside;
            Test last = state.last;
            if (aside != null && clock.instant().isBefore(aside.nextAt())) {
                aside.trouble().ifPresent(reason -> known.put(zone, reason));
            } else if (last != null) {
                last.trouble().ifPresent(reason -> known.put(zone, reason));
            }
        });
        return known;
    }

    /** Takes a list out that refuses in the midst of its work, or is silent again and again. */
    void heard(DnsList list, ListAnswer answer) {
        State state = states.computeIfAbsent(list.zone(), zone -> new State());
        boolean silent = answer.trouble().isPresent() && answer.answers().isEmpty();
        int silences = silent ? state.silences.incrementAndGet() : 0;
        if (!silent) {
            state.silences.set(0);
        }
        if (answer.trouble().isPresent() && (!silent || silences == SILENCES_AT_MOST)) {
            remember(list, state, answer.trouble(), silent ? SILENT_TESTED_EVERY : TESTED_EVERY);
        }
    }

    private Test test(DnsList list, State state) {
        ListAnswer listed = ListAnswer.to(list.question(list.listed()), dns);
        ListAnswer free = ListAnswer.to(list.question(list.free()), dns);
        boolean silent = listed.answers().isEmpty() && listed.trouble().isPresent();
        Optional<String> trouble = listed.trouble()
                .or(() -> listed.isListed()
                        ? free.isListed()
                                        || free.trouble()
                                                .filter(text -> !free.answers().isEmpty())
                                                .isPresent()
                                ? Optional.of("it lists everything, such as " + list.free())
                                : Optional.empty()
                        : Optional.of("it does not list its test entry " + list.listed()));
        return remember(list, state, trouble, silent ? SILENT_TESTED_EVERY : TESTED_EVERY);
    }

    private Test remember(DnsList list, State state, Optional<String> trouble, Duration until) {
        Test before = state.last;
        state.silences.set(0);
        boolean wasOut = before != null && before.trouble().isPresent();
        trouble.ifPresent(reason -> LOGGER.warn("DNS list {} is left out: {}", list.zone(), reason));
        if (wasOut && trouble.isEmpty()) {
            LOGGER.info("DNS list {} works again", list.zone());
        }
        Test test = new Test(clock.instant().plus(until), trouble);
        state.last = test;
        return test;
    }
}
