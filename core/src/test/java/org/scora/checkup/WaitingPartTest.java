package org.scora.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.policy.Disposition;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** Lines that stand at FAILED are taken here for those of mail that was not taken. */
class WaitingPartTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final MovableClock clock = new MovableClock(NOON);
    private final Database database = Database.open(
            new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "scora", "", 4));
    private final WaitingPart waiting =
            new WaitingPart(database.journal(), clock, line -> line.outcome() != Outcome.FAILED);

    @AfterEach
    void stop() {
        database.close();
    }

    private void line(String receipt, Instant at, String sender, Outcome outcome, String detail) {
        database.journal()
                .record(List.of(new JournalLine(
                        receipt,
                        at,
                        Optional.of("192.0.2.1"),
                        Optional.of(sender),
                        "ann@example.com",
                        "",
                        0,
                        List.of(),
                        0,
                        Category.SPAM,
                        Disposition.NORMAL,
                        "",
                        outcome,
                        detail,
                        Optional.empty(),
                        Passage.UNKNOWN)));
    }

    @Test
    void whoWasPutOffAndDidNotComeBackIsListedOnceWithTheLastTime() {
        line("1", NOON.minusSeconds(600), "bob@sender.example", Outcome.FAILED, "answered 451 4.3.0, greeted as x");
        line("2", NOON.minusSeconds(300), "bob@sender.example", Outcome.FAILED, "answered 451 4.3.0, greeted as x");
        List<PutOffSender> senders = waiting.putOff("example.com");
        assertThat(senders).singleElement().satisfies(sender -> {
            assertThat(sender.at()).isEqualTo(NOON.minusSeconds(300));
            assertThat(sender.cameBack()).isEmpty();
        });
        assertThat(waiting.findings(senders)).extracting(CheckUpFinding::code).containsExactly("waiting-still");
    }

    @Test
    void whoCameBackIsToldWithTheTime() {
        line("1", NOON.minusSeconds(600), "bob@sender.example", Outcome.FAILED, "answered 451 4.3.0");
        line("2", NOON.minusSeconds(60), "bob@sender.example", Outcome.DELIVERED, "mail.example.com: 250 2.0.0 Ok");
        List<PutOffSender> senders = waiting.putOff("example.com");
        assertThat(senders).extracting(PutOffSender::cameBack).containsExactly(Optional.of(NOON.minusSeconds(60)));
        assertThat(waiting.findings(senders)).extracting(CheckUpFinding::code).containsExactly("waiting-back");
    }

    @Test
    void mailThatWasTakenBeforeIsNoReturn() {
        line("1", NOON.minusSeconds(600), "bob@sender.example", Outcome.DELIVERED, "");
        line("2", NOON.minusSeconds(60), "bob@sender.example", Outcome.FAILED, "answered 451 4.3.0");
        assertThat(waiting.putOff("example.com"))
                .extracting(PutOffSender::cameBack)
                .containsExactly(Optional.empty());
    }

    @Test
    void whatWasRefusedForGoodOrLongAgoDoesNotCount() {
        line(
                "1",
                NOON.minusSeconds(60),
                "bob@sender.example",
                Outcome.FAILED,
                "answered 550 5.1.1, greeted as host451.example");
        line("2", NOON.minus(Duration.ofDays(6)), "eve@sender.example", Outcome.FAILED, "answered 451 4.3.0");
        assertThat(waiting.putOff("example.com")).isEmpty();
        assertThat(waiting.findings(List.of())).extracting(CheckUpFinding::code).containsExactly("waiting-none");
    }
}
