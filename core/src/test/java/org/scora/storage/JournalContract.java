package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.domain.RefusalReason;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.Passage;
import org.scora.journal.RefusalCount;
import org.scora.policy.Disposition;
import org.scora.score.Category;

abstract class JournalContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Journal journal;

    JournalContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeJournal() {
        journal = database.journal();
    }

    @Test
    void aLineComesBackAsItWentIn() {
        JournalLine line = new JournalLine(
                "4QX7-M2DA-9KTW",
                NOON.plusNanos(1000),
                Optional.of("2001:db8::1"),
                Optional.of("A@Sender.example"),
                "ann@example.com",
                "Grüße 名",
                12_345_678_901L,
                List.of("GTUBE", "DATE_IN_FUTURE"),
                4.25,
                Category.EXPLICIT,
                Disposition.QUARANTINE,
                "the score 4.2 reaches 3.0",
                Outcome.HELD,
                "in quarantine",
                Optional.empty(),
                Passage.UNKNOWN);

        journal.record(List.of(line));

        assertThat(journal.byReceipt("4QX7-M2DA-9KTW")).containsExactly(line);
    }

    @Test
    void whatWasRefusedHasALineButCountsApart() {
        journal.record(List.of(
                line("r", "ann@example.com", Outcome.DELIVERED, NOON),
                line("s", "ann@example.com", Outcome.REFUSED, NOON),
                line("t", "", Outcome.REFUSED, NOON)));
        journal.update("s", "ann@example.com", Outcome.REFUSED, "and 7 more");

        assertThat(journal.counts("example.com", NOON, NOON.plusSeconds(1)))
                .containsExactly(new OutcomeCount(Disposition.NORMAL, Outcome.DELIVERED, 1));
        assertThat(journal.byReceipt("s")).extracting(JournalLine::detail).containsExactly("and 7 more");
        assertThat(journal.byReceipt("t")).extracting(JournalLine::recipient).containsExactly("");
    }

    @Test
    void refusalsAreCountedByReasonAndHour() {
        Instant later = NOON.plusSeconds(3600);
        journal.addRefused(List.of(
                new RefusalCount("Example.com", NOON, RefusalReason.UNKNOWN_MAILBOX, 3),
                new RefusalCount("example.com", NOON, RefusalReason.DNS_LIST, 4)));
        journal.addRefused(List.of(
                new RefusalCount("example.com", NOON, RefusalReason.UNKNOWN_MAILBOX, 5_000_000_000L),
                new RefusalCount("example.com", later, RefusalReason.UNKNOWN_MAILBOX, 1),
                new RefusalCount("", NOON, RefusalReason.EARLY_TALKER, 2)));

        assertThat(journal.refused("example.com", NOON, later))
                .extracting(RefusalCount::reason, RefusalCount::count)
                .containsExactly(
                        tuple(RefusalReason.UNKNOWN_MAILBOX, 5_000_000_003L), tuple(RefusalReason.DNS_LIST, 4L));
        assertThat(journal.refused("", NOON, later.plusSeconds(1)))
                .extracting(RefusalCount::count)
                .containsExactly(2L);
    }

    @Test
    void clientsAreKnownByTheWantedMailThatWasDelivered() {
        journal.record(List.of(
                from("192.0.2.1", -2, Outcome.DELIVERED, NOON),
                from("192.0.2.1", -2, Outcome.DELIVERED, NOON.plusSeconds(9)),
                from("192.0.2.2", -1, Outcome.DELIVERED, NOON.plusSeconds(5)),
                from("192.0.2.3", -0.5, Outcome.DELIVERED, NOON.plusSeconds(5)),
                from("192.0.2.4", -2, Outcome.HELD, NOON.plusSeconds(5)),
                from("192.0.2.5", -2, Outcome.DELIVERED, NOON.minusSeconds(1))));

        assertThat(journal.clientsOfWantedMail(NOON, 10)).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(journal.clientsOfWantedMail(NOON, 1)).containsExactly("192.0.2.1");
    }

    private static JournalLine from(String client, double score, Outcome outcome, Instant at) {
        return new JournalLine(
                client + at,
                at,
                Optional.of(client),
                Optional.empty(),
                "ann@example.com",
                "",
                1,
                List.of(),
                score,
                Category.SPAM,
                Disposition.NORMAL,
                "",
                outcome,
                "",
                Optional.empty(),
                Passage.UNKNOWN);
    }

    @Test
    void recordingTwiceLeavesOneLineThatSaysTheLatter() {
        journal.record(List.of(line("r", "ann@example.com", Outcome.QUEUED, NOON)));
        journal.record(List.of(line("r", "ANN@example.com", Outcome.HELD, NOON.plusSeconds(1))));

        assertThat(journal.byReceipt("r"))
                .containsExactly(line("r", "ann@example.com", Outcome.HELD, NOON.plusSeconds(1)));
    }

    @Test
    void aMailThatIsWorkedOnAgainDoesNotUndoItsDelivery() {
        journal.record(List.of(line("r", "ann@example.com", Outcome.QUEUED, NOON)));
        journal.update("r", "Ann@example.com", Outcome.DELIVERED, "mx: 250 Ok");

        journal.record(List.of(
                line("r", "ann@example.com", Outcome.QUEUED, NOON),
                line("r", "bob@example.com", Outcome.QUEUED, NOON)));

        assertThat(journal.byReceipt("r"))
                .extracting(JournalLine::recipient, JournalLine::outcome, JournalLine::detail)
                .containsExactly(
                        tuple("ann@example.com", Outcome.DELIVERED, "mx: 250 Ok"),
                        tuple("bob@example.com", Outcome.QUEUED, "detail"));
    }

    @Test
    void aReleaseThatIsNotedAfterItsDeliveryChangesNothing() {
        journal.record(List.of(line("r", "ann@example.com", Outcome.HELD, NOON)));
        journal.update("r", "ann@example.com", Outcome.DELIVERED, "mx: 250 Ok");
        journal.update("r", "ann@example.com", Outcome.RELEASED, "");

        assertThat(journal.byReceipt("r")).extracting(JournalLine::outcome).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void newsOfAnUnknownLineIsLeftOut() {
        journal.update("r", "ann@example.com", Outcome.DELIVERED, "");

        assertThat(journal.byReceipt("r")).isEmpty();
    }

    @Test
    void aPeriodHoldsItsBeginningAndNotItsEnd() {
        IntStream.range(0, 4)
                .forEach(i ->
                        journal.record(List.of(line("r" + i, "ann@example.com", Outcome.QUEUED, NOON.plusSeconds(i)))));
        journal.record(List.of(line("other", "ann@example.org", Outcome.QUEUED, NOON.plusSeconds(2))));

        assertThat(receipts(journal.between(Optional.of("Example.com"), NOON.plusSeconds(1), NOON.plusSeconds(3), 9)))
                .containsExactly("r2", "r1");
        assertThat(receipts(journal.between(Optional.empty(), NOON, NOON.plusSeconds(9), 3)))
                .containsExactly("r3", "other", "r2");
        assertThat(journal.between(Optional.of("ple.com"), NOON, NOON.plusSeconds(9), 9))
                .isEmpty();
    }

    @Test
    void countsAreOfOneDomainAndPeriod() {
        journal.record(List.of(
                line("r1", "ann@example.com", Outcome.QUEUED, NOON),
                line("r1", "bob@example.com", Outcome.QUEUED, NOON),
                line("r1", "cid@example.org", Outcome.QUEUED, NOON)));
        journal.record(List.of(line("r2", "ann@example.com", Outcome.HELD, NOON.plusSeconds(1))));
        journal.record(List.of(line("r3", "ann@example.com", Outcome.HELD, NOON.plusSeconds(2))));

        assertThat(journal.counts("EXAMPLE.com", NOON, NOON.plusSeconds(2)))
                .containsExactlyInAnyOrder(
                        new OutcomeCount(Disposition.NORMAL, Outcome.QUEUED, 2),
                        new OutcomeCount(Disposition.NORMAL, Outcome.HELD, 1));
    }

    @Test
    void linesAreFoundByTheirOutcome() {
        List<Outcome> outcomes = List.of(Outcome.HELD, Outcome.QUEUED, Outcome.DELETED, Outcome.HELD, Outcome.HELD);
        IntStream.range(0, outcomes.size())
                .forEach(i -> journal.record(
                        List.of(line("r" + i, "ann@example.com", outcomes.get(i), NOON.plusSeconds(i)))));
        journal.record(List.of(line("other", "ann@example.org", Outcome.HELD, NOON)));
        Set<Outcome> kept = Set.of(Outcome.HELD, Outcome.DELETED);

        assertThat(receipts(journal.between("Example.com", NOON, NOON.plusSeconds(4), kept, 9)))
                .containsExactly("r3", "r2", "r0");
        assertThat(receipts(journal.between("example.com", NOON, NOON.plusSeconds(9), kept, 2)))
                .containsExactly("r4", "r3");
        assertThat(journal.between("example.com", NOON, NOON.plusSeconds(9), Set.of(), 9))
                .isEmpty();
    }

    @Test
    void whatStrangersWroteIsCutToFit() {
        JournalLine hostile = new JournalLine(
                "r",
                NOON,
                Optional.of("c\0".repeat(1000)),
                Optional.of("s\0".repeat(1000)),
                "ann@example.com",
                "\uD83D\uDE00\0\uD800".repeat(5000),
                1,
                IntStream.range(0, 2000).mapToObj(i -> "FINDING_" + i).toList(),
                0,
                Category.SPAM,
                Disposition.NORMAL,
                "r\0".repeat(5000),
                Outcome.QUEUED,
                "d\0".repeat(5000),
                Optional.empty(),
                Passage.UNKNOWN);

        journal.record(List.of(hostile));
        journal.update("r", "ann@example.com", Outcome.FAILED, "e\0".repeat(5000));

        JournalLine kept = journal.byReceipt("r").get(0);
        assertThat(kept.subject()).hasSize(500).doesNotContain("\0");
        assertThat(kept.findings()).startsWith("FINDING_0", "FINDING_1").hasSizeBetween(300, 400);
        assertThat(kept.detail()).hasSize(1000).startsWith("e\uFFFD");
    }

    @Test
    void severalWritersOfOneMessageAllSucceed() {
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> journal.record(List.of(
                        line("r", "ann@example.com", Outcome.QUEUED, NOON),
                        line("r", "bob@example.com", Outcome.QUEUED, NOON))));

        assertThat(journal.byReceipt("r")).hasSize(2);
    }

    private static List<String> receipts(List<JournalLine> lines) {
        return lines.stream().map(JournalLine::receipt).toList();
    }

    private static JournalLine line(String receipt, String recipient, Outcome outcome, Instant receivedAt) {
        return new JournalLine(
                receipt,
                receivedAt,
                Optional.empty(),
                Optional.empty(),
                recipient,
                "subject",
                100,
                List.of(),
                0,
                Category.SPAM,
                Disposition.NORMAL,
                "reason",
                outcome,
                "detail",
                Optional.empty(),
                Passage.UNKNOWN);
    }
}
