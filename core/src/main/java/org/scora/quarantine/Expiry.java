package org.scora.quarantine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.domain.EffectiveSettings;
import org.scora.policy.QuarantineSettings;
import org.scora.quarantine.HeldCopies.Evictable;
import org.scora.score.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets held mail go when its time is over or its domain keeps too much. It works in small batches, each a transaction,
 * so it stops nobody, may itself be stopped anywhere, and goes on the next time. What is under legal hold stays.
 */
public final class Expiry {
    /** How many copies go in one transaction. */
    static final int BATCH = 500;

    private static final Logger LOGGER = LoggerFactory.getLogger(Expiry.class);
    // For how long it can still be seen what became of a message.
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final HeldCopies copies;
    private final Quarantine quarantine;
    private final EffectiveSettings settings;
    private final Clock clock;

    public Expiry(HeldCopies copies, Quarantine quarantine, EffectiveSettings settings, Clock clock) {
        this.copies = copies;
        this.quarantine = quarantine;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a run did.
     *
     * @param expired copies whose time was over
     * @param evicted copies that had to go since their domain kept too much
     * @param contents how many messages' contents were removed
     * @param forgotten messages that ended long ago
     */
    public record Done(int expired, int evicted, int contents, int forgotten) {}

    /** Does all that is due. */
    public Done run() {
        int contents = quarantine.removeContents(copies);
        int expired = 0;
        int evicted = 0;
        for (String domain : copies.domains()) {
            expired += expire(domain);
            evicted += evict(domain);
            contents += quarantine.removeContents(copies);
        }
        int forgotten = forget();
        Done done = new Done(expired, evicted, contents, forgotten);
        if (expired + evicted > 0) {
            LOGGER.info("Quarantine: {} copies expired, {} went since a domain kept too much", expired, evicted);
        }
        return done;
    }

    private int expire(String domain) {
        int expired = 0;
        for (Category category : Category.values()) {
            int days = settings.value(domain, QuarantineSettings.retentionOf(category));
            Instant before = clock.instant().minus(Duration.ofDays(days));
            String reason = category.name().toLowerCase(Locale.ROOT) + " is kept for " + days + " days";
            List<String> due = copies.due(domain, category, before, BATCH);
            while (!due.isEmpty()) {
                expired += copies.expire(domain, due, clock.instant(), reason);
                due = copies.due(domain, category, before, BATCH);
            }
        }
        return expired;
    }

    private int evict(String domain) {
        Optional<Long> quota = settings.value(domain, QuarantineSettings.QUOTA);
        if (quota.isEmpty()) {
            return 0;
        }
        long tooMuch = copies.bytesOf(domain) - quota.get();
        int evicted = 0;
        while (tooMuch > 0) {
            List<Evictable> next = enough(copies.firstToGo(domain, BATCH), tooMuch);
            if (next.isEmpty()) {
                LOGGER.warn("{} keeps {} bytes too much in quarantine, all under legal hold", domain, tooMuch);
                return evicted;
            }
            evicted += copies.expire(
                    domain,
                    next.stream().map(Evictable::key).toList(),
                    clock.instant(),
                    "the domain keeps more than its quota");
            tooMuch -= next.stream().mapToLong(Evictable::size).sum();
        }
        return evicted;
    }

    private static List<Evictable> enough(List<Evictable> candidates, long bytes) {
        List<Evictable> enough = new ArrayList<>();
        long sum = 0;
        for (Evictable candidate : candidates) {
            if (sum < bytes) {
                enough.add(candidate);
                sum += candidate.size();
            }
        }
        return enough;
    }

    private int forget() {
        int forgotten = 0;
        int now = BATCH;
        while (now == BATCH) {
            now = copies.forget(clock.instant().minus(REMEMBERED), BATCH);
            forgotten += now;
        }
        return forgotten;
    }
}
