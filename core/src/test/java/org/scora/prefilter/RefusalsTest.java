package org.scora.prefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.dns.NoDns;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.journal.RefusalCount;

/** What people are told, and what the journal keeps of it. */
class RefusalsTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path home;

    private TestDoor gateway;

    @BeforeEach
    void open() throws IOException {
        gateway = TestDoor.open(home, new NoDns(), "door.unknown-recipients-per-hour=0");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aRefusalSaysWhyUnderWhichReceiptAndWhereToFindHelp() {
        Refusal said = complete("ann@sender.example", Refusal.unknownMailbox(), "Bob@Customer.example");
        assertThat(TestDoor.code(said)).isEqualTo("550 5.1.1");
        assertThat(said.text())
                .isEqualTo("There is no such mailbox. Receipt R1, help: https://gateway.example/refused");
    }

    @Test
    void theReceiptFindsTheRefusal() {
        complete("ann@sender.example", Refusal.unknownMailbox(), "Bob@Customer.example");
        write();
        JournalLine line = gateway.database.journal().byReceipt("R1").get(0);
        assertThat(line)
                .extracting(
                        JournalLine::recipient,
                        JournalLine::sender,
                        JournalLine::clientAddress,
                        JournalLine::outcome,
                        JournalLine::reason,
                        JournalLine::detail)
                .containsExactly(
                        "bob@customer.example",
                        Optional.of("ann@sender.example"),
                        Optional.of(TestDoor.CLIENT),
                        Outcome.REFUSED,
                        "There is no such mailbox",
                        "answered 550 5.1.1, greeted as mail.sender.example");
    }

    @Test
    void allRecipientsOfARefusedMessageHaveOneReceipt() {
        complete("", new Refusal(552, "5.3.4", "Too large"), "a@customer.example", "b@other.example");
        write();
        assertThat(gateway.database.journal().byReceipt("R1"))
                .extracting(JournalLine::recipient)
                .containsExactly("a@customer.example", "b@other.example");
        assertThat(counts("other.example")).containsExactly(tuple(RefusalReason.OTHER, 1L));
    }

    @Test
    void whatIsSaidFitsIntoAnAnswerWhateverAStrangerGaveForIt() {
        Refusal said = complete("", new Refusal(550, "5.7.1", "gr\u00fc\u00df\r\n250 ok " + "x".repeat(5000)));
        assertThat(said.text()).matches("[ -~]{1,500}").startsWith("gr????250 ok x");
    }

    @Test
    void ofManyAlikeTheLastLineStandsForTheOthers() {
        for (int i = 1; i <= 30; i++) {
            complete("", Refusal.unknownMailbox(), "guess" + i + "@customer.example");
        }
        complete("", Refusal.unknownMailbox(), "guess@other.example");
        write();

        assertThat(lines("customer.example")).hasSize(RefusalLog.MOST_LINES_ALIKE);
        assertThat(lines("customer.example").get(RefusalLog.MOST_LINES_ALIKE - 1))
                .extracting(JournalLine::recipient, JournalLine::detail)
                .containsExactly(
                        "guess20@customer.example",
                        "answered 550 5.1.1, greeted as mail.sender.example;"
                                + " and 10 more like it from 203.0.113.0/24 to customer.example");
        assertThat(counts("customer.example")).containsExactly(tuple(RefusalReason.UNKNOWN_MAILBOX, 30L));
        assertThat(counts("other.example")).containsExactly(tuple(RefusalReason.UNKNOWN_MAILBOX, 1L));
    }

    @Test
    void anHourLaterThereIsRoomAgain() {
        for (int i = 0; i < 50; i++) {
            complete("", Refusal.unknownMailbox(), "guess@customer.example");
        }
        gateway.clock.forward(Duration.ofHours(1));
        Refusal said = complete("", Refusal.unknownMailbox(), "guess@customer.example");
        write();
        assertThat(gateway.database.journal().byReceipt(receipt(said)))
                .extracting(JournalLine::receivedAt)
                .containsExactly(gateway.clock.instant());
    }

    @Test
    void tenHarvestersAtATimeAreCountedAndDoNotDrownTheJournal() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        Set<String> receipts = new HashSet<>();
        try {
            List<Future<Set<String>>> harvesters = new ArrayList<>();
            for (int number = 0; number < 10; number++) {
                Attempt client = TestDoor.greeting("203.0." + number + ".1", "x");
                harvesters.add(threads.submit(() -> harvest(client, 2000)));
            }
            for (Future<Set<String>> harvester : harvesters) {
                receipts.addAll(harvester.get());
            }
        } finally {
            threads.shutdown();
        }
        write();
        assertThat(counts("customer.example")).containsExactly(tuple(RefusalReason.UNKNOWN_MAILBOX, 20_000L));
        assertThat(lines("customer.example"))
                .hasSize(10 * RefusalLog.MOST_LINES_ALIKE)
                .extracting(JournalLine::receipt)
                .containsExactlyInAnyOrderElementsOf(receipts);
    }

    private Set<String> harvest(Attempt client, int guesses) {
        Set<String> receipts = new HashSet<>();
        for (int guess = 0; guess < guesses; guess++) {
            String recipient = "guess" + guess + "@customer.example";
            receipts.add(
                    receipt(gateway.door.refusals().complete(client, List.of(recipient), Refusal.unknownMailbox())));
        }
        return receipts;
    }

    @Test
    void aFloodFromEverywhereHasAnEndTooAndEachReceiptIsFound() {
        CountingJournal journal = new CountingJournal();
        AtomicInteger number = new AtomicInteger();
        RefusalLog log = new RefusalLog(journal, () -> "R" + number.incrementAndGet(), gateway.clock);
        Set<String> receipts = new HashSet<>();
        for (int network = 0; network < 60_000; network++) {
            Attempt client = TestDoor.greeting("10." + network / 256 + "." + network % 256 + ".1", "x");
            receipts.add(log.note(new Refused(
                    gateway.clock.instant(),
                    client,
                    "a@customer.example",
                    "customer.example",
                    Refusal.unknownMailbox())));
            if (network % 5000 == 0) {
                log.write();
            }
        }
        log.write();
        assertThat(journal.receipts).hasSize(RefusalLog.MOST_LINES + 1).containsAll(receipts);
        assertThat(journal.refused).isEqualTo(60_000);
    }

    @Test
    void whatTheStoreDoesNotTakeIsWrittenLater() {
        CountingJournal journal = new CountingJournal();
        journal.away = true;
        RefusalLog log = new RefusalLog(journal, () -> "R1", gateway.clock);
        log.note(new Refused(
                gateway.clock.instant(), TestDoor.from(""), "a@customer.example", "", Refusal.unknownMailbox()));
        log.write();
        assertThat(journal.receipts).isEmpty();

        journal.away = false;
        log.write();
        log.write();
        assertThat(journal.receipts).containsExactly("R1");
        assertThat(journal.refused).isEqualTo(1);
    }

    @Test
    void aSessionOfNothingButRefusalsIsEnded() {
        Refusals refusals = gateway.door.refusals();
        assertThat(TestDoor.code(refusals.unlessTooMany(Refusal.relayDenied(), 99)))
                .isEqualTo("550 5.7.1");
        assertThat(TestDoor.code(refusals.unlessTooMany(Refusal.relayDenied(), 100)))
                .isEqualTo("421 4.7.0");
    }

    private Refusal complete(String sender, Refusal refusal, String... recipients) {
        return gateway.door.refusals().complete(TestDoor.from(sender), List.of(recipients), refusal);
    }

    private void write() {
        gateway.door.close();
    }

    private static String receipt(Refusal said) {
        return said.text().replaceAll(".*Receipt (\\w+),.*", "$1");
    }

    private List<JournalLine> lines(String domain) {
        return gateway
                .database
                .journal()
                .between(
                        Optional.of(domain),
                        gateway.clock.instant().minus(DAY),
                        gateway.clock.instant().plus(DAY),
                        10_000)
                .stream()
                .sorted((one, other) -> Integer.compare(number(one), number(other)))
                .toList();
    }

    private static int number(JournalLine line) {
        return Integer.parseInt(line.receipt().substring(1));
    }

    private List<Tuple> counts(String domain) {
        Instant now = gateway.clock.instant();
        return gateway.database.journal().refused(domain, now.minus(DAY), now.plus(DAY)).stream()
                .map(count -> tuple(count.reason(), count.count()))
                .toList();
    }

    private static final class CountingJournal implements Journal {
        private final List<String> receipts = new ArrayList<>();
        private long refused;
        private boolean away;

        private void answer() {
            if (away) {
                throw new UncheckedIOException(new IOException("the database is away"));
            }
        }

        @Override
        public void record(List<JournalLine> lines) {
            answer();
            lines.forEach(line -> receipts.add(line.receipt()));
        }

        @Override
        public void update(String receipt, String recipient, Outcome outcome, String detail) {
            answer();
        }

        @Override
        public void addRefused(List<RefusalCount> counts) {
            answer();
            counts.forEach(count -> refused += count.count());
        }

        @Override
        public List<JournalLine> byReceipt(String receipt) {
            return List.of();
        }

        @Override
        public List<JournalLine> between(Optional<String> recipientDomain, Instant from, Instant until, int limit) {
            return List.of();
        }

        @Override
        public List<OutcomeCount> counts(String recipientDomain, Instant from, Instant until) {
            return List.of();
        }
    }
}
