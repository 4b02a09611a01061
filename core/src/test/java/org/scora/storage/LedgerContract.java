package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.learn.Ledger;
import org.scora.learn.TrainingEvent;
import org.scora.learn.TrainingSource;

abstract class LedgerContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TrainingSource ANN = new TrainingSource(TrainingSource.Kind.PERSON, "ann@example.com");
    private static final TrainingSource BOB = new TrainingSource(TrainingSource.Kind.PERSON, "bob@example.com");

    private Ledger ledger;

    LedgerContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeLedger() {
        ledger = database.ledger();
    }

    @Test
    void anEventComesBackAsItWentIn() {
        TrainingEvent event = new TrainingEvent(
                0, NOON.plusNanos(123_000), ANN, true, "aa", "x@sender.example", "Grüße \0", false, Optional.empty());

        ledger.add(List.of(new Ledger.Entry(event, new byte[] {0, 1, -1})));

        assertThat(ledger.newest(5))
                .containsExactly(new TrainingEvent(
                        ledger.newest(1).get(0).id(),
                        event.at(),
                        ANN,
                        true,
                        "aa",
                        "x@sender.example",
                        "Grüße \uFFFD",
                        false,
                        Optional.empty()));
    }

    @Test
    void eventsAreReplayedInOrderWithTheirContentUnlessTakenBackOrNotCounting() {
        long first = add(ANN, "a", true, true, NOON);
        add(ANN, "b", true, false, NOON);
        add(BOB, "c", false, true, NOON);
        add(BOB, "d", false, true, NOON);
        ledger.takeBack(List.of("c", "nothing"), NOON);

        List<String> replayed = new ArrayList<>();
        ledger.replay(
                0, stored -> replayed.add(new String(stored.content(), StandardCharsets.UTF_8) + stored.unwanted()));
        assertThat(replayed).containsExactly("atrue", "dfalse");

        replayed.clear();
        ledger.replay(first, stored -> replayed.add(new String(stored.content(), StandardCharsets.UTF_8)));
        assertThat(replayed).containsExactly("d");
    }

    @Test
    void aLedgerOfManyPagesIsReplayedWhole() {
        for (int i = 0; i < 450; i++) {
            add(ANN, "h" + i, true, true, NOON);
        }
        List<String> replayed = new ArrayList<>();
        ledger.replay(0, stored -> replayed.add(new String(stored.content(), StandardCharsets.UTF_8)));
        assertThat(replayed).hasSize(450).startsWith("h0", "h1").endsWith("h449");
    }

    @Test
    void whatWasTakenBackIsNotKnownAnyMoreButStays() {
        long id = add(ANN, "a", true, true, NOON);
        add(ANN, "b", false, true, NOON);
        assertThat(ledger.known(List.of("a", "b", "c"), true)).containsExactly("a");
        assertThat(ledger.known(List.of("a", "b", "c"), false)).containsExactly("b");
        assertThat(ledger.known(List.of(), true)).isEmpty();

        assertThat(ledger.takeBack(List.of("a"), NOON.plusSeconds(1))).isOne();
        assertThat(ledger.takeBack(List.of("a"), NOON.plusSeconds(2))).isZero();

        assertThat(ledger.known(List.of("a"), true)).isEmpty();
        assertThat(ledger.newest(2).get(1).takenBackAt()).contains(NOON.plusSeconds(1));
        assertThat(ledger.takenBackUpTo(id)).isOne();
        assertThat(ledger.takenBackUpTo(id - 1)).isZero();
    }

    @Test
    void sourcesAndTimesAreCountedAndTakenBack() {
        add(ANN, "a", true, true, NOON);
        add(ANN, "b", true, false, NOON);
        add(BOB, "c", true, true, NOON.plusSeconds(60));
        assertThat(ledger.count()).isEqualTo(2);
        assertThat(ledger.count(ANN)).isEqualTo(1);

        assertThat(ledger.takeBackSource("ann@example.com", NOON)).isEqualTo(2);
        assertThat(ledger.count()).isEqualTo(1);
        assertThat(ledger.takeBackSince(NOON.plusSeconds(61), NOON)).isZero();
        assertThat(ledger.takeBackSince(NOON.plusSeconds(60), NOON)).isOne();
        assertThat(ledger.takeBack(List.of(), NOON)).isZero();
    }

    private long add(TrainingSource source, String hash, boolean unwanted, boolean counts, Instant at) {
        TrainingEvent event = new TrainingEvent(0, at, source, unwanted, hash, "", "", counts, Optional.empty());
        ledger.add(List.of(new Ledger.Entry(event, hash.getBytes(StandardCharsets.UTF_8))));
        return ledger.newest(1).get(0).id();
    }
}
