package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.MovableClock;
import org.scora.journal.JournalLine;
import org.scora.journal.Totals.Scope;

class JournalKillTest {
    private static final int ROUNDS = 5;
    private static final Scope ALL =
            new Scope(Optional.empty(), JournalForever.START.minus(Duration.ofDays(1)), JournalForever.NOW);

    @TempDir
    Path folder;

    @Test
    void totalsAgreeWithLinesAfterKills() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (ForkedJvm gateway = new ForkedJvm(JournalForever.class, folder.toString(), Integer.toString(round))) {
                for (int passes = 0; passes <= round; passes++) {
                    gateway.next(JournalForever.SUMMED_UP);
                }
                gateway.kill(JournalForever.SUMMED_UP);
            }
            try (Database database =
                    Database.open(TestEngine.H2.freshDatabase(folder), new MovableClock(JournalForever.NOW))) {
                assertAgree(database, round);
            }
        }
    }

    private static void assertAgree(Database database, int round) {
        List<JournalLine> lines = database.journal().between(Optional.empty(), ALL.from(), ALL.until(), 10_000);
        assertThat(lines).isNotEmpty();
        assertThat(database.upkeep(new byte[32])
                        .verify(Optional.empty(), ALL.from(), ALL.until())
                        .differences())
                .as("round %d", round)
                .isEmpty();
        assertThat(CountedByHand.of(database.totals(), ALL))
                .as("round %d", round)
                .isEqualTo(new CountedByHand(lines).numbers(ALL));
    }
}
