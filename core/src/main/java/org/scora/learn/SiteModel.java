package org.scora.learn;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The model of this site: what Scora comes with, and on top of it what the site taught. A lesson counts for the next
 * message. The ledger is what is true: the file only saves the way through it, and the model is made again from the
 * ledger when the file is missing or something was taken back. Nothing is learned from verdicts. Thread-safe.
 *
 * <p>So that nobody turns the model alone, a source that is not the operator counts for a tenth of all lessons at most,
 * and for its first {@value LessonBatch#ALWAYS_COUNT} in any case; what it teaches beyond is kept, but not learned.
 */
public final class SiteModel implements AutoCloseable {
    /** How much of a message is kept and learned, in bytes from its beginning. */
    public static final int BYTES_KEPT = 64 * 1024;

    // At the next start what was taught since is learned again from the ledger, which is fast.
    private static final Duration SAVED_WITHIN = Duration.ofSeconds(30);

    private final Path file;
    private final Ledger ledger;
    private final Supplier<Learner> seed;
    private final Clock clock;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(SiteModel::daemon);
    private final AtomicBoolean savePending = new AtomicBoolean();
    private volatile BuiltModel built;
    // While something was taken back that the learner still knows, its state would not be true.
    private int rebuildsToCome;

    private SiteModel(Path file, Ledger ledger, Supplier<Learner> seed, Clock clock) {
        this.file = file;
        this.ledger = ledger;
        this.seed = seed;
        this.clock = clock;
        this.built = BuiltModel.open(file, ledger, seed);
    }

    /** What became of a lesson. */
    public enum Taught {
        /** It was new, and is learned. */
        NEW,
        /** The same was taught before. */
        KNOWN,
        /** It was new and is kept, but its source has taught too much for it to be learned. */
        TOO_MUCH
    }

    /**
     * Opens the site's model, or makes it from the ledger.
     *
     * @param file where it is saved, with a second file beside it
     * @param seed makes the model that Scora comes with, a new one each time
     */
    public static SiteModel open(Path file, Ledger ledger, Supplier<Learner> seed, Clock clock) {
        return new SiteModel(file, ledger, seed, clock);
    }

    /** The learner as it is now; to be asked for anew for each message. */
    public Learner learner() {
        return built.learner();
    }

    /**
     * A message of which somebody says what it is.
     *
     * @param message as it came, its beginning at least
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes that nobody changes or compares
    public record Lesson(byte[] message, boolean unwanted) {}

    /** Teaches a message. One that was taught with the other label is taken back. */
    public Taught teach(TrainingSource source, byte[] message, boolean unwanted) {
        return teach(source, List.of(new Lesson(message, unwanted))).get(0);
    }

    /** Teaches messages, in their order; many at once are faster than each alone. */
    public synchronized List<Taught> teach(TrainingSource source, List<Lesson> lessons) {
        LessonBatch batch = new LessonBatch(ledger, clock, source);
        try {
            List<Taught> taught = batch.add(lessons);
            batch.write();
            built = built.caughtUp(ledger, batch::read);
            return taught;
        } finally {
            if (batch.corrects()) {
                rebuildsToCome++;
                rebuildLater();
            } else {
                saveLater();
            }
        }
    }

    /**
     * What was taken back.
     *
     * @param events how many
     * @param made done once the model is made again without them
     */
    public record TakenBack(int events, CompletableFuture<Void> made) {

        /** How many, once the model is made again. */
        public int whenMade() {
            made.join();
            return events;
        }
    }

    /** How a message that is taught is known, whatever stands behind its beginning. */
    public static String hashOf(byte[] message) {
        return TrainingMessage.of(message).hash();
    }

    /** Takes back what was taught with messages of these {@link #hashOf hashes}. */
    public TakenBack takeBack(List<String> hashes) {
        return takeBack(events -> events.takeBack(hashes, clock.instant()));
    }

    /** Takes back all that a source taught. */
    public TakenBack takeBackSource(String name) {
        return takeBack(events -> events.takeBackSource(name, clock.instant()));
    }

    /** Takes back all that was taught since a time: the model is again what it was then. */
    public TakenBack takeBackSince(Instant since) {
        return takeBack(events -> events.takeBackSince(since, clock.instant()));
    }

    private TakenBack takeBack(ToIntFunction<Ledger> events) {
        int number;
        synchronized (this) {
            number = events.applyAsInt(ledger);
            rebuildsToCome += number == 0 ? 0 : 1;
        }
        return new TakenBack(number, number == 0 ? CompletableFuture.completedFuture(null) : rebuildLater());
    }

    /** Saves what was learned, and waits for what else is done in the background. */
    void settle() {
        CompletableFuture.runAsync(this::saveIfPending, background).join();
    }

    /** Ends when what is done in the background is done. */
    @Override
    public void close() {
        settle();
        background.shutdownNow();
    }

    private CompletableFuture<Void> rebuildLater() {
        return CompletableFuture.runAsync(this::rebuild, background);
    }

    private void rebuild() {
        boolean made;
        do {
            made = rebuilt();
        } while (!made);
        save();
    }

    /** False when something else was taken back in the meantime. */
    private boolean rebuilt() {
        long takenBack = ledger.takenBackUpTo(Long.MAX_VALUE);
        // Most of it while others still learn and ask; the rest is little.
        BuiltModel made = BuiltModel.anew(ledger, seed);
        synchronized (this) {
            if (ledger.takenBackUpTo(Long.MAX_VALUE) != takenBack) {
                return false;
            }
            built = made.caughtUp(ledger);
            rebuildsToCome--;
            return true;
        }
    }

    private void saveLater() {
        if (savePending.compareAndSet(false, true)) {
            background.schedule(this::saveIfPending, SAVED_WITHIN.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void saveIfPending() {
        if (savePending.get()) {
            save();
        }
    }

    private void save() {
        saving().ifPresent(Runnable::run);
    }

    // Writing takes longer than lessons can wait.
    private synchronized Optional<Runnable> saving() {
        savePending.set(false);
        return rebuildsToCome == 0 ? Optional.of(built.saving(file)) : Optional.empty();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "model");
        thread.setDaemon(true);
        return thread;
    }
}
