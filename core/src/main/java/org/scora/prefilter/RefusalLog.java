package org.scora.prefilter;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.AtomicLongMap;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.scora.domain.RefusalReason;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.RefusalCount;
import org.scora.policy.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes refusals into the journal, in a batch now and then, since anybody can cause as many as they want. All are
 * counted. Of those of one client network, reason and domain the first in an hour have a line each; further ones share
 * the last of these, whose receipt they get, and which says how many they are. So every receipt is found. Thread-safe.
 */
public final class RefusalLog {
    /** Of one network, reason and domain in an hour. */
    static final int MOST_LINES_ALIKE = 20;

    /** Of all together in an hour. */
    static final int MOST_LINES = 20_000;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_GROUPS = 50_000;
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 500;
    private static final Logger LOGGER = LoggerFactory.getLogger(RefusalLog.class);

    private final Journal journal;
    private final Supplier<String> receipts;
    private final Cache<Alike, LinesAlike> groups;
    private final Queue<JournalLine> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Set<LinesAlike> grown = ConcurrentHashMap.newKeySet();
    private final AtomicLongMap<Counted> counts = AtomicLongMap.create();
    private final HourlyBudget budget;

    private record Alike(Optional<Network> network, RefusalReason reason, String domain) {}

    private record Counted(String domain, Instant hour, RefusalReason reason) {}

    /**
     * @param receipts makes a receipt that was never given before
     */
    public RefusalLog(Journal journal, Supplier<String> receipts, Clock clock) {
        Ticker ticker = Tickers.of(clock);
        this.journal = journal;
        this.receipts = receipts;
        this.budget = new HourlyBudget(MOST_LINES, clock);
        this.groups = CacheBuilder.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_GROUPS)
                .expireAfterWrite(HOUR)
                .build();
    }

    /** Counts a refusal and returns the receipt under which it is found once {@link #write} has run. */
    String note(Refused refused) {
        count(refused);
        RefusalReason reason = refused.refusal().reason();
        return group(new Alike(refused.attempt().network(), reason, refused.domain()))
                .receipt(refused, MOST_LINES_ALIKE, this::queue)
                .or(() -> overflow(reason, refused))
                .orElseGet(receipts);
    }

    /** Counts a refusal for a further recipient of the same message, with a line of its own if there is room. */
    void note(Refused refused, String receipt) {
        count(refused);
        queue(refused.line(receipt));
    }

    private void count(Refused refused) {
        counts.incrementAndGet(new Counted(
                refused.domain(),
                refused.at().truncatedTo(ChronoUnit.HOURS),
                refused.refusal().reason()));
    }

    /** Where there is no room for a line of its own, all of one reason share one. */
    private Optional<String> overflow(RefusalReason reason, Refused refused) {
        return group(new Alike(Optional.empty(), reason, "")).receipt(refused, 1, waiting::offer);
    }

    private boolean queue(JournalLine line) {
        return budget.take() && waiting.offer(line);
    }

    private LinesAlike group(Alike alike) {
        try {
            return groups.get(alike, () -> new LinesAlike(receipts, grown::add));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes what has gathered since the last time. What the store does not take now is written the next time. */
    public synchronized void write() {
        try {
            while (writeLines()) {
                LOGGER.debug("a batch of refusals is in the journal");
            }
            writeGrown();
            writeCounts();
        } catch (UncheckedIOException e) {
            LOGGER.warn("refusals wait until the journal can be written", e);
        }
    }

    private boolean writeLines() {
        List<JournalLine> batch = waiting.stream().limit(BATCH).toList();
        if (!batch.isEmpty()) {
            journal.record(batch);
            batch.forEach(line -> waiting.poll());
        }
        return batch.size() == BATCH;
    }

    private void writeGrown() {
        for (LinesAlike group : List.copyOf(grown)) {
            grown.remove(group);
            try {
                group.last()
                        .ifPresent(last ->
                                journal.update(last.receipt(), last.recipient(), Outcome.REFUSED, group.detail()));
            } catch (UncheckedIOException e) {
                grown.add(group);
                throw e;
            }
        }
    }

    private void writeCounts() {
        List<RefusalCount> added = new ArrayList<>();
        counts.asMap().forEach((key, number) -> {
            if (number > 0) {
                added.add(new RefusalCount(key.domain(), key.hour(), key.reason(), number));
            }
        });
        if (!added.isEmpty()) {
            journal.addRefused(added);
            added.forEach(count -> {
                Counted key = new Counted(count.domain(), count.hour(), count.reason());
                counts.addAndGet(key, -count.count());
                counts.removeIfZero(key);
            });
        }
    }
}
