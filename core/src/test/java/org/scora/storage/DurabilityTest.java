package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
    private static final int ROUNDS = 12;
    // A database forgets most easily what is written soon after it was opened.
    private static final int MOST_LINES_BEFORE_THE_KILL = 10;

    @TempDir
    Path folder;

    @Test
    void nothingThatReturnedIsGoneAfterKills() throws Exception {
        Random random = new Random(20261124);
        List<String> promised = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            promised.addAll(keysPromisedBeforeKill("run" + round, 1 + random.nextInt(MOST_LINES_BEFORE_THE_KILL)));

            try (Database database = Database.open(TestEngine.H2.freshDatabase(folder))) {
                Set<String> kept = new HashSet<>(database.heldMessages().keys());
                assertThat(promised).as("round %d", round).isNotEmpty().allMatch(kept::contains);
            }
        }
    }

    private List<String> keysPromisedBeforeKill(String run, int lines) throws Exception {
        List<String> keys = new ArrayList<>();
        try (ForkedJvm writer = new ForkedJvm(CommitForever.class, folder.toString(), run)) {
            writer.next(CommitForever.OPEN);
            for (int i = 0; i < lines; i++) {
                keys.add(writer.next(CommitForever.SAFE));
            }
            keys.addAll(writer.kill(CommitForever.SAFE));
        }
        return keys;
    }
}
