package org.scora.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was noted, and forgets what is old, beside the mail. Several nodes may do so at once: it is the same work, and
 * done once when the other comes.
 */
public final class Upkeep implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration WRITE_EVERY = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(5);
    private static final Duration CORRESPONDENTS_KEPT = Duration.ofDays(365);
    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final int MOST_CORRESPONDENTS = 2_000_000;

    private final KnownCorrespondents known;
    private final Correspondents correspondents;
    private final RememberedGreylist comers;
    private final Greylist greylist;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread upkeep = new Thread(task, "trust-upkeep");
        upkeep.setDaemon(true);
        return upkeep;
    });
    private Instant lookedUntil;

    public Upkeep(
            KnownCorrespondents known,
            Correspondents correspondents,
            RememberedGreylist comers,
            Greylist greylist,
            Clock clock) {
        this.known = known;
        this.correspondents = correspondents;
        this.comers = comers;
        this.greylist = greylist;
        this.clock = clock;
        this.lookedUntil = clock.instant().minus(LOOKED_BACK);
    }

    /** Begins; it goes on until {@link #close()}. */
    public Upkeep start() {
        every(WRITE_EVERY, known::write);
        every(WRITE_EVERY, comers::write);
        every(FORGET_EVERY, this::forget);
        return this;
    }

    private void every(Duration period, Runnable work) {
        thread.scheduleWithFixedDelay(
                () -> carefully(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Forgets what is old, what is too much, and whose mail turned out to be unwanted. */
    void forget() {
        Instant now = clock.instant();
        correspondents.forgetUnwanted(lookedUntil);
        lookedUntil = now;
        correspondents.forget(now.minus(CORRESPONDENTS_KEPT), MOST_CORRESPONDENTS);
        greylist.forget(now);
    }

    private static void carefully(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOGGER.warn("What is known of senders could not be kept up; it is tried again", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
