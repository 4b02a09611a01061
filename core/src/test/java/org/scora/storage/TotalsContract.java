package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.domain.RefusalReason;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.RefusalCount;
import org.scora.journal.ScoredFacts;
import org.scora.journal.Totals;
import org.scora.journal.Totals.Bothered;
import org.scora.journal.Totals.Destination;
import org.scora.journal.Totals.FoundIn;
import org.scora.journal.Totals.Hour;
import org.scora.journal.Totals.Refusal;
import org.scora.journal.Totals.Scope;
import org.scora.journal.Totals.Source;
import org.scora.journal.Totals.Step;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.policy.Disposition;
import org.scora.score.Category;

abstract class TotalsContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-03-01T13:00:00Z");
    private static final Scope DAY = new Scope(Optional.of("Example.com"), NOON, NOON.plus(Duration.ofDays(1)));

    private Journal journal;
    private Totals totals;

    TotalsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeTotals() {
        journal = database.journal();
        totals = database.totals();
    }

    @Test
    void copiesAndBytesAreCountedByTheHourAndByWhatBecameOfThem() {
        journal.record(List.of(
                held("a", "ann@example.com", NOON.plusSeconds(1)),
                held("a", "bob@example.com", NOON.plusSeconds(3599)),
                delivered("b", "ann@example.com", NOON.plusSeconds(9)),
                delivered("c", "ann@example.com", ONE),
                delivered("d", "ann@example.org", NOON)));

        assertThat(totals.hours(DAY))
                .containsExactly(
                        new Hour(NOON, Category.SPAM, Disposition.NORMAL, Outcome.DELIVERED, 1, 100),
                        new Hour(NOON, Category.PHISHING, Disposition.QUARANTINE, Outcome.HELD, 2, 200),
                        new Hour(ONE, Category.SPAM, Disposition.NORMAL, Outcome.DELIVERED, 1, 100));
        assertThat(totals.hours(new Scope(Optional.empty(), NOON, ONE)))
                .contains(new Hour(NOON, Category.SPAM, Disposition.NORMAL, Outcome.DELIVERED, 2, 200));
    }

    @Test
    void aPeriodIsMadeOfTheWholeHoursThatItTouches() {
        journal.record(List.of(
                delivered("a", "ann@example.com", NOON), delivered("b", "ann@example.com", ONE.plusSeconds(1800))));

        assertThat(totals.hours(new Scope(Optional.empty(), NOON.plusSeconds(1800), ONE)))
                .extracting(Hour::begin)
                .containsExactly(NOON);
        assertThat(totals.hours(new Scope(Optional.empty(), NOON, ONE.plusSeconds(1))))
                .extracting(Hour::begin)
                .containsExactly(NOON, ONE);
    }

    @Test
    void whatIsWorkedOnTwiceOrGoesOnCountsOnce() {
        journal.record(List.of(held("a", "ann@example.com", NOON)));
        journal.record(List.of(held("a", "ann@example.com", NOON)));
        journal.update("a", "ann@example.com", Outcome.RELEASED, "");
        journal.update("a", "ann@example.com", Outcome.DELIVERED, "mail.example.com:25: 250 2.0.0 Ok");

        assertThat(totals.hours(DAY))
                .containsExactly(new Hour(NOON, Category.PHISHING, Disposition.QUARANTINE, Outcome.DELIVERED, 1, 100));
    }

    @Test
    void refusalsAreCountedApart() {
        journal.record(List.of(refused("r")));
        journal.addRefused(List.of(
                new RefusalCount("example.com", NOON, RefusalReason.DNS_LIST, 3),
                new RefusalCount("example.com", ONE, RefusalReason.DNS_LIST, 4),
                new RefusalCount("", NOON, RefusalReason.DNS_LIST, 5)));

        assertThat(totals.refusals(DAY))
                .containsExactly(new Refusal(NOON, "DNS_LIST", 3), new Refusal(ONE, "DNS_LIST", 4));
        assertThat(totals.refusals(new Scope(Optional.empty(), NOON.plusSeconds(5), ONE)))
                .containsExactly(new Refusal(NOON, "DNS_LIST", 8));
        assertThat(totals.hours(DAY)).isEmpty();
        assertThat(totals.bothered(DAY, 9)).isEmpty();
    }

    @Test
    void scoresAreCountedInSteps() {
        journal.record(List.of(
                held("a", "ann@example.com", NOON),
                held("b", "ann@example.com", ONE),
                delivered("c", "ann@example.com", NOON),
                unscored("d")));

        assertThat(totals.scores(DAY))
                .containsExactly(new Step(-1.25, Disposition.NORMAL, 1), new Step(4.25, Disposition.QUARANTINE, 2));
    }

    @Test
    void findingsRecipientsSourcesAndDestinationsAreRanked() {
        journal.record(List.of(
                held("a", "bob@example.com", NOON),
                held("b", "bob@example.com", ONE),
                held("c", "ann@example.com", ONE),
                delivered("d", "ann@example.com", ONE),
                unscored("e")));

        assertThat(totals.findings(DAY, 2)).containsExactly(new FoundIn("SPF_PASS", 4, 3), new FoundIn("GTUBE", 3, 3));
        assertThat(totals.bothered(DAY, 2))
                .containsExactly(new Bothered("bob@example.com", 2, 2), new Bothered("ann@example.com", 2, 1));
        assertThat(totals.sources(DAY, 9))
                .containsExactly(
                        new Source("bad.example", 3, 3, 0),
                        new Source("", 1, 0, 0),
                        new Source("good.example", 1, 0, 1));
        assertThat(totals.destinations(DAY, 9))
                .containsExactly(new Destination("mail.example.com:25", 1, 100, Duration.ZERO, Duration.ZERO));
        assertThat(totals.bothered(DAY, 1)).hasSize(1);
    }

    private static JournalLine held(String receipt, String recipient, Instant at) {
        return line(receipt, recipient, at, 4.3, Disposition.QUARANTINE, Outcome.HELD, facts(false));
    }

    private static JournalLine delivered(String receipt, String recipient, Instant at) {
        return line(receipt, recipient, at, -1.1, Disposition.NORMAL, Outcome.DELIVERED, facts(true));
    }

    private static JournalLine unscored(String receipt) {
        return line(receipt, "eve@example.com", NOON, 0, Disposition.NORMAL, Outcome.QUEUED, Optional.empty());
    }

    private static JournalLine refused(String receipt) {
        return line(receipt, "ann@example.com", NOON, 0, Disposition.NORMAL, Outcome.REFUSED, Optional.empty());
    }

    private static Optional<ScoredFacts> facts(boolean aligned) {
        return Optional.of(new ScoredFacts(
                List.of(),
                List.of(),
                new Authentication(Result.PASS, Optional.empty(), List.of(), Result.NONE, Optional.empty(), aligned)));
    }

    private static JournalLine line(
            String receipt,
            String recipient,
            Instant at,
            double score,
            Disposition disposition,
            Outcome outcome,
            Optional<ScoredFacts> facts) {
        boolean held = disposition == Disposition.QUARANTINE;
        return new JournalLine(
                receipt,
                at,
                Optional.of("192.0.2.1"),
                facts.map(known -> held ? "x@BAD.example" : "y@good.example"),
                recipient,
                "subject",
                100,
                facts.isEmpty() ? List.of() : held ? List.of("GTUBE", "SPF_PASS") : List.of("SPF_PASS"),
                score,
                held ? Category.PHISHING : Category.SPAM,
                disposition,
                "reason",
                outcome,
                outcome == Outcome.DELIVERED ? "mail.example.com:25: 250 2.0.0 Ok" : "",
                facts,
                Passage.UNKNOWN);
    }
}
