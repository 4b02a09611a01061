package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.domain.RefusalReason;
import org.scora.journal.AlteredLine;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.RefusalCount;
import org.scora.journal.Totals;
import org.scora.journal.Totals.Bothered;
import org.scora.journal.Totals.Hour;
import org.scora.journal.Totals.Scope;
import org.scora.journal.Upkeep;

abstract class UpkeepContract extends StoreContract {
    private static final Instant START = Instant.parse("2026-03-01T12:20:00Z");
    private static final Scope ALL =
            new Scope(Optional.empty(), START.minus(Duration.ofDays(9)), START.plus(Duration.ofDays(60)));
    private static final int STEPS = 600;

    private final MovableClock clock = new MovableClock(START);
    private Journal journal;
    private Totals totals;
    private Upkeep upkeep;

    UpkeepContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void openAtOurTime() {
        database.close();
        database = Database.open(settings, clock);
        journal = database.journal();
        totals = database.totals();
        upkeep = database.upkeep(new byte[32]);
    }

    @Test
    void totalsAreWhatTheLinesAddUpToWhateverHappensInWhichOrder() {
        Random random = new Random(20261125);
        LinesAtRandom made = new LinesAtRandom(random);
        Map<String, JournalLine> model = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> record(model, made.line(clock.instant()));
                case 2 -> record(model, made.line(clock.instant().minusSeconds(random.nextInt(200_000))));
                case 3, 4 -> update(model, made.receipt(), made.recipient(), made.outcome());
                case 5 -> clock.forward(Duration.ofMinutes(random.nextInt(300)));
                case 6 -> upkeep.sumUp();
                default ->
                    assertThat(CountedByHand.of(totals, scope(random)))
                            .as("step %d", step)
                            .isEqualTo(new CountedByHand(model.values()).numbers(lastScope));
            }
        }

        assertThat(upkeep.verify(Optional.empty(), ALL.from(), ALL.until()).differences())
                .isEmpty();
        upkeep.rebuild(ALL.from(), ALL.until());
        assertThat(CountedByHand.of(totals, ALL)).isEqualTo(new CountedByHand(model.values()).numbers(ALL));
    }

    private Scope lastScope = ALL;

    private Scope scope(Random random) {
        Optional<String> domain = Stream.of("example.com", "example.org", "")
                .skip(random.nextInt(3))
                .findFirst()
                .filter(name -> !name.isEmpty());
        Instant from = clock.instant().minusSeconds(random.nextInt(400_000));
        lastScope = new Scope(domain, from, from.plusSeconds(random.nextInt(400_000)));
        return lastScope;
    }

    private void record(Map<String, JournalLine> model, JournalLine line) {
        journal.record(List.of(line));
        model.merge(
                line.receipt() + line.recipient(),
                line,
                (known, added) -> added.outcome().replaces(known.outcome()) ? added : known);
    }

    private void update(Map<String, JournalLine> model, String receipt, String recipient, Outcome outcome) {
        journal.update(receipt, recipient, outcome, "");
        model.computeIfPresent(
                receipt + recipient, (key, line) -> outcome.replaces(line.outcome()) ? with(line, outcome) : line);
    }

    private static JournalLine with(JournalLine line, Outcome outcome) {
        return AlteredLine.of(line, line.disposition(), outcome, line.detail());
    }

    @Test
    void writersAndTheSummingUpDoNotLoseEachOther() {
        clock.forward(Duration.ofDays(1));
        List<CompletableFuture<Void>> writers = IntStream.range(0, 3)
                .mapToObj(number -> CompletableFuture.runAsync(() -> write(new Random(number))))
                .toList();
        while (!writers.stream().allMatch(CompletableFuture::isDone)) {
            upkeep.sumUp();
        }
        writers.forEach(CompletableFuture::join);

        assertThat(upkeep.verify(Optional.empty(), ALL.from(), ALL.until()).differences())
                .isEmpty();
        List<JournalLine> lines = journal.between(Optional.empty(), ALL.from(), ALL.until(), 10_000);
        assertThat(CountedByHand.of(totals, ALL)).isEqualTo(new CountedByHand(lines).numbers(ALL));
    }

    private void write(Random random) {
        LinesAtRandom made = new LinesAtRandom(random);
        for (int i = 0; i < 100; i++) {
            journal.record(List.of(made.line(START.plusSeconds(random.nextInt(4 * 3600)))));
            journal.update(made.receipt(), made.recipient(), made.outcome(), "");
        }
    }

    @Test
    void theHoursOfADayAreSummedUpOnce() {
        fill(30);
        clock.forward(Duration.ofDays(3));

        assertThat(upkeep.sumUp()).isGreaterThanOrEqualTo(48);
        assertThat(upkeep.sumUp()).isZero();
        assertThat(upkeep.verify(Optional.of("EXAMPLE.com"), ALL.from(), ALL.until()))
                .satisfies(comparison -> assertThat(comparison.hours()).isGreaterThanOrEqualTo(48))
                .satisfies(comparison -> assertThat(comparison.differences()).isEmpty());
    }

    @Test
    void aSumThatIsWrongIsFoundAndMended() throws Exception {
        fill(5);
        clock.forward(Duration.ofDays(3));
        upkeep.sumUp();
        try (Connection connection =
                DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            connection
                    .createStatement()
                    .execute("UPDATE journal_total SET copies = copies + 1 WHERE cut = 'SOURCE' AND unit = 'H'");
        }

        assertThat(upkeep.verify(Optional.empty(), ALL.from(), ALL.until()).differences())
                .isNotEmpty()
                .allMatch(difference -> difference.of().equals("SOURCE"));
        upkeep.rebuild(ALL.from(), ALL.until());
        assertThat(upkeep.verify(Optional.empty(), ALL.from(), ALL.until()).differences())
                .isEmpty();
    }

    @Test
    void aPastPeriodGivesTheSameNumbersWhenItsLinesAreGone() {
        fill(40);
        clock.forward(Duration.ofDays(10));
        List<String> before = CountedByHand.of(totals, ALL);

        assertThat(upkeep.forgetLines(clock.instant())).isPositive();

        assertThat(journal.between(Optional.empty(), ALL.from(), ALL.until(), 10))
                .isEmpty();
        assertThat(CountedByHand.of(totals, ALL)).isEqualTo(before);
        journal.update("R1", "ann@example.com", Outcome.DELIVERED, "");
        upkeep.rebuild(ALL.from(), ALL.until());
        upkeep.sumUp();
        assertThat(CountedByHand.of(totals, ALL)).isEqualTo(before);
        assertThat(upkeep.verify(Optional.empty(), ALL.from(), ALL.until()))
                .satisfies(comparison -> assertThat(comparison.differences()).isEmpty())
                .satisfies(comparison -> assertThat(comparison.withoutLines()).isPositive());
    }

    @Test
    void totalsGoWithTheirRefusalsByWholeDays() {
        fill(40);
        journal.addRefused(List.of(new RefusalCount("example.com", Spans.hour(START), RefusalReason.RATE, 3)));
        clock.forward(Duration.ofDays(10));
        upkeep.forgetLines(clock.instant());

        upkeep.forgetTotals(START.plus(Duration.ofDays(1)));
        assertThat(totals.hours(ALL))
                .isNotEmpty()
                .allMatch(hour -> !hour.begin().isBefore(Spans.day(START.plus(Duration.ofDays(1)))));
        assertThat(totals.refusals(ALL)).isEmpty();
        upkeep.forgetTotals(clock.instant());
        assertThat(totals.hours(ALL)).isEmpty();
    }

    @Test
    void pseudonymsHideWhoIsConcernedAndChangeNoNumber() {
        fill(40);
        clock.forward(Duration.ofDays(10));
        upkeep.sumUp();
        List<Hour> hours = totals.hours(ALL);
        List<Long> bothered =
                totals.bothered(ALL, 9).stream().map(Bothered::copies).toList();

        assertThat(upkeep.veil(clock.instant())).isPositive();

        assertThat(upkeep.veil(clock.instant())).isZero();
        assertThat(totals.hours(ALL)).isEqualTo(hours);
        assertThat(totals.bothered(ALL, 9))
                .allMatch(person -> person.recipient().matches("~[a-z2-7]{16}@example\\.(com|org)"))
                .extracting(Bothered::copies)
                .containsExactlyElementsOf(bothered);
        assertThat(journal.between(Optional.empty(), ALL.from(), ALL.until(), 1000)
                        .toString())
                .doesNotContain("ann@", "bob@", "192.0.2.", "Someone@", "subject=subject")
                .contains("@s1.example");
    }

    private void fill(int lines) {
        LinesAtRandom made = new LinesAtRandom(new Random(7));
        IntStream.range(0, lines).forEach(number -> {
            journal.record(List.of(made.line(clock.instant())));
            clock.forward(Duration.ofMinutes(47));
        });
        journal.update("R1", "ann@example.com", Outcome.RETURNED, "mx: 550 <ann@example.com> at 192.0.2.7 is unknown");
    }
}
