package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.domain.RefusalReason;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.journal.RefusalCount;
import org.scora.journal.ScoredFacts;
import org.scora.journal.ScoredFacts.Found;
import org.scora.journal.Trace;
import org.scora.journal.TraceQuery;
import org.scora.journal.Tracing;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.policy.Disposition;
import org.scora.score.Category;
import org.scora.score.Weights;

abstract class TracesContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] SECRET = new byte[32];

    private final MovableClock clock = new MovableClock(NOON);
    private Tracing tracing;

    TracesContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void fill() {
        database.close();
        database = Database.open(settings, clock);
        tracing = new Tracing(database.traces(SECRET), database.journal(), database.opinions(), Weights::shipped);
        database.journal()
                .record(List.of(
                        line("R1", "ann@example.com", "Your invoice 4711", Outcome.QUEUED),
                        line("R1", "bob@example.org", "Your invoice 4711", Outcome.HELD),
                        line("R2", "ann@example.com", "100% off", Outcome.QUEUED),
                        refused()));
        clock.forward(Duration.ofMillis(2300));
        database.journal().update("R1", "ann@example.com", Outcome.DELIVERED, "mx.example.com:25: 250 2.0.0 Ok");
    }

    private static JournalLine line(String receipt, String recipient, String subject, Outcome outcome) {
        ScoredFacts facts = new ScoredFacts(
                List.of(new Found("GTUBE", 1)),
                List.of("Boss@Shop.example"),
                new Authentication(
                        Result.PASS,
                        Optional.of("bounces.shop.example"),
                        List.of(new Signature(Result.PASS, "shop.example", "s1")),
                        Result.PASS,
                        Optional.of("shop.example"),
                        true));
        return new JournalLine(
                receipt,
                NOON,
                Optional.of("192.0.2.7"),
                Optional.of("Bounce@bounces.shop.example"),
                recipient,
                subject,
                4711,
                List.of("GTUBE"),
                6.25,
                Category.SPAM,
                Disposition.NORMAL,
                "the sender is on the allowlist",
                outcome,
                "",
                Optional.of(facts),
                new Passage(
                        Optional.of("<1@shop.example>"),
                        Optional.of("out.shop.example"),
                        Optional.of("TLSv1.3"),
                        Optional.of(Duration.ofMillis(35)),
                        Optional.empty()));
    }

    private static JournalLine refused() {
        return new JournalLine(
                "R3",
                NOON.plusSeconds(1),
                Optional.of("198.51.100.9"),
                Optional.of("x@far.example"),
                "ann@example.com",
                "",
                0,
                List.of(),
                0,
                Category.SPAM,
                Disposition.NORMAL,
                "Your server is on a block list",
                Outcome.REFUSED,
                "answered 550 5.7.1; and 7 more like it from 198.51.100.0/24 to example.com",
                Optional.empty(),
                Passage.UNKNOWN);
    }

    private Trace trace(
            String sender, String recipient, String words, String messageId, String receipt, String client) {
        TraceQuery query = new TraceQuery(
                present(sender),
                present(recipient),
                words.isEmpty() ? List.of() : List.of(words.split(" ")),
                present(messageId),
                present(receipt),
                present(client),
                NOON.minusSeconds(3600),
                NOON.plusSeconds(3600),
                9);
        return tracing.find(query, ZoneOffset.UTC);
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private List<String> found(String sender, String recipient, String words, String messageId, String client) {
        return trace(sender, recipient, words, messageId, "", client).copies().stream()
                .map(copy -> copy.line().receipt() + " " + copy.line().recipient())
                .toList();
    }

    @Test
    void aMessageIsFoundByAnythingThatIsKnownOfIt() {
        assertThat(found("", "ANN@example.com", "", "", ""))
                .containsExactly("R3 ann@example.com", "R1 ann@example.com", "R2 ann@example.com");
        assertThat(found("boss@shop.example", "", "", "", "")).hasSize(3);
        assertThat(found("bounce@bounces.shop.example", "example.org", "", "", ""))
                .containsExactly("R1 bob@example.org");
        assertThat(found("shop.example", "ann@example.com", "", "", ""))
                .containsExactly("R1 ann@example.com", "R2 ann@example.com");
        assertThat(found("", "example.com", "4711 INVOICE", "", "")).containsExactly("R1 ann@example.com");
        assertThat(found("", "", "100%", "", "")).containsExactly("R2 ann@example.com");
        assertThat(found("", "", "1_0%", "", "")).isEmpty();
        assertThat(found("", "", "", "1@shop.example", "")).hasSize(3);
        assertThat(found("", "", "", "<1@shop.example>", "192.0.2.7")).hasSize(3);
        assertThat(found("", "", "", "", "198.51.100.9")).containsExactly("R3 ann@example.com");
        assertThat(found("nobody@shop.example", "", "", "", "")).isEmpty();
    }

    @Test
    void itsWayIsToldInSentences() {
        database.opinions().note(new Opinion("R1", "ann@example.com", Opinion.Kind.RELEASED, NOON, "ann@example.com"));

        Trace trace = trace("", "ann@example.com", "invoice", "", "", "");

        assertThat(trace.copies().get(0).way())
                .containsExactly(
                        "2026-03-01 12:00:00: 192.0.2.7 (out.shop.example) brought it over TLSv1.3 from"
                                + " <Bounce@bounces.shop.example> for <ann@example.com>, 4,711 bytes, subject"
                                + " \"Your invoice 4711\", Message-ID <1@shop.example>.",
                        "Sender: SPF pass for bounces.shop.example; DKIM pass for shop.example; DMARC pass for"
                                + " shop.example in From.",
                        trace.copies().get(0).way().get(2),
                        "Decision: normal, since the sender is on the allowlist.",
                        "2026-03-01 12:00:00: ann@example.com released it.",
                        "2026-03-01 12:00:02, 2.3 s after it came: mx.example.com:25 took it and answered"
                                + " \"250 2.0.0 Ok\".");
        assertThat(trace.copies().get(0).way().get(2))
                .startsWith("Score in 35 ms: 6.3, 100.00 % certain to be unwanted (spam); what weighed most: GTUBE +");
    }

    @Test
    void whatWasRefusedIsToldWithAllThatOnlyACountIsKnownOf() {
        database.journal().addRefused(List.of(new RefusalCount("example.com", NOON, RefusalReason.DNS_LIST, 8)));

        Trace trace = trace("x@far.example", "ann@example.com", "", "", "", "");

        assertThat(trace.copies())
                .singleElement()
                .satisfies(copy -> assertThat(copy.way())
                        .containsExactly(
                                "2026-03-01 12:00:01: 198.51.100.9 brought it from <x@far.example> for <ann@example.com>.",
                                "It was refused, so that its sender has it still: Your server is on a block list (answered 550"
                                        + " 5.7.1; and 7 more like it from 198.51.100.0/24 to example.com)"));
        assertThat(trace.refused())
                .containsExactly(
                        new Trace.Refused(Optional.of("example.com"), "DNS_LIST", "from a server on a block list", 8));
        assertThat(trace("", "", "", "", "R3", "").copies()).hasSize(1);
        assertThat(trace("", "", "", "", "R3", "").refused()).isEmpty();
    }

    @Test
    void aPersonUnderAPseudonymIsFoundByName() {
        clock.forward(Duration.ofDays(2));
        database.upkeep(SECRET).sumUp();
        database.upkeep(SECRET).veil(clock.instant());

        assertThat(trace("boss@shop.example", "ann@example.com", "", "", "", "").copies())
                .extracting(copy -> copy.line().receipt())
                .containsExactly("R1", "R2");
    }
}
