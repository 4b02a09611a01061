package org.scora.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.scora.MovableClock;
import org.scora.journal.Upkeep;

/** Writes lines of hours that are over from several threads, while others sum them up, until it is killed. */
final class JournalForever {
    /** The line that says that one more round of hours is summed up. */
    static final String SUMMED_UP = "summed up";

    static final Instant START = Instant.parse("2026-03-01T12:20:00Z");
    static final Instant NOW = START.plus(Duration.ofDays(3));
    private static final int WRITERS = 3;

    private JournalForever() {}

    /** @param args the folder of an H2 database, and a number by which this run writes what others do not */
    public static void main(String[] args) {
        Database database = Database.open(TestEngine.H2.freshDatabase(Path.of(args[0])), new MovableClock(NOW));
        int seed = Integer.parseInt(args[1]);
        database.journal().record(List.of(new LinesAtRandom(new Random(seed)).line(START)));
        IntStream.range(0, WRITERS)
                .forEach(thread -> new Thread(() -> write(database, new Random(seed * WRITERS + thread))).start());
        new Thread(() -> sumUp(database.upkeep(new byte[32]))).start();
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void write(Database database, Random random) {
        LinesAtRandom made = new LinesAtRandom(random);
        while (true) {
            database.journal().record(List.of(made.line(START.plusSeconds(random.nextInt(6 * 3600)))));
            database.journal().update(made.receipt(), made.recipient(), made.outcome(), "");
        }
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void sumUp(Upkeep upkeep) {
        while (true) {
            upkeep.sumUp();
            upkeep.rebuild(START, NOW);
            System.out.println(SUMMED_UP);
            System.out.flush();
        }
    }
}
