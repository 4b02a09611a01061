package org.scora.storage;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;

/** Holds messages from several threads until it is killed, and prints the key of each once it is said to be safe. */
final class CommitForever {
    /** The line that says that the database is open. */
    static final String OPEN = "open";

    /** What stands before each key, to tell it from what is logged. */
    static final String SAFE = "safe: ";

    private static final int THREADS = 4;

    private CommitForever() {}

    /** @param args the folder of an H2 database, and a word that makes the keys of this run its own */
    public static void main(String[] args) {
        Database database = Database.open(TestEngine.H2.freshDatabase(Path.of(args[0])));
        System.out.println(OPEN);
        IntStream.range(0, THREADS).forEach(thread -> new Thread(() -> hold(database, args[1] + "-" + thread)).start());
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void hold(Database database, String prefix) {
        for (int i = 0; ; i++) {
            String key = prefix + "-" + i;
            database.heldMessages().put(message(key));
            synchronized (System.out) {
                System.out.println(SAFE + key);
                System.out.flush();
            }
        }
    }

    private static HeldMessage message(String key) {
        return new HeldMessage(
                key,
                "receipt",
                Optional.empty(),
                List.of("a@example.com"),
                "subject",
                3.5,
                Category.SPAM,
                "reason",
                Instant.EPOCH,
                100,
                "envelope ".repeat(100),
                Optional.empty());
    }
}
