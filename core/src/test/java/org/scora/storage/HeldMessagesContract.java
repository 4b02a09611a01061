package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.quarantine.CopyChange;
import org.scora.quarantine.HeldCopy;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldMessages;
import org.scora.quarantine.HeldState;
import org.scora.score.Category;

abstract class HeldMessagesContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Authentication PROVEN = new Authentication(
            Result.PASS,
            Optional.of("sender.example"),
            List.of(new Signature(Result.PASS, "sender.example", "s1")),
            Result.NONE,
            Optional.of("sender.example"),
            true);

    private HeldMessages held;

    HeldMessagesContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeIndex() {
        held = database.heldMessages();
    }

    @Test
    void aMessageComesBackAsItWentIn() {
        HeldMessage message = new HeldMessage(
                "Mail1-!2/ü",
                "4QX7-M2DA-9KTW",
                Optional.of("a@sender.example"),
                List.of("zoe@example.com", "Ann@Example.org"),
                "Grüße 名 \uD83D\uDE00",
                -1.25,
                Category.PHISHING,
                "the score reaches 3.0",
                NOON.plusNanos(123_456_000),
                4_000_000_000L,
                "{\"big\":\"" + "x".repeat(300_000) + "\"}",
                Optional.of(NOON));

        HeldMessage complete = message.withFacts(new HeldFacts(
                        Optional.of("<1@sender.example>"), List.of("A@sender.example"), List.of("GTUBE"), PROVEN))
                .standing(List.of(
                        new HeldCopy("zoe@example.com", "zoe@example.com", HeldState.HELD, Optional.empty(), ""),
                        new HeldCopy(
                                "Ann@Example.org", "ann@example.org", HeldState.RELEASED, Optional.of(NOON), "bob")))
                .withContentHash("0a".repeat(32));

        held.put(complete);

        assertThat(held.find("Mail1-!2/ü")).contains(complete);
    }

    @Test
    void theNullSenderStaysEmpty() {
        held.put(message("k", NOON, "a@example.com"));

        assertThat(held.find("k").orElseThrow().sender()).isEmpty();
    }

    @Test
    void puttingAgainReplacesButDoesNotForgetARelease() {
        held.put(message("k", NOON, "a@example.com", "b@example.com"));
        database.heldCopies()
                .change(new CopyChange(
                        "k",
                        List.of("a@example.com", "b@example.com"),
                        Set.of(HeldState.HELD),
                        HeldState.RELEASED,
                        NOON.plusSeconds(5),
                        new Actor(Role.OPERATOR, "ann", "a test"),
                        "release",
                        ""));

        held.put(message("k", NOON.plusSeconds(9), "a@example.com"));

        HeldMessage found = held.find("k").orElseThrow();
        assertThat(found.recipients()).containsExactly("a@example.com");
        assertThat(found.releasedAt()).contains(NOON.plusSeconds(5));
        assertThat(held.count()).isOne();
    }

    @Test
    void partsOfOneMessageAreFoundByTheirReceipt() {
        held.put(message("k1", NOON, "a@example.com"));
        held.put(message("k2", NOON.plusSeconds(1), "b@example.com"));

        assertThat(held.byReceipt("receipt")).extracting(HeldMessage::key).containsExactly("k2", "k1");
        assertThat(held.byReceipt("RECEIPT")).isEmpty();
    }

    @Test
    void theListHoldsTheNewestOfADomain() {
        held.put(message("old", NOON, "a@example.com"));
        held.put(message("other", NOON.plusSeconds(1), "a@example.org"));
        held.put(message("twice", NOON.plusSeconds(2), "a@example.com", "b@EXAMPLE.com", "c@example.org"));
        held.put(message("new", NOON.plusSeconds(3), "a@Example.Com"));

        assertThat(keys(held.list(Optional.of("Example.com"), 10))).containsExactly("new", "twice", "old");
        assertThat(keys(held.list(Optional.of("example.com"), 2))).containsExactly("new", "twice");
        assertThat(keys(held.list(Optional.of("example.org"), 2))).containsExactly("twice", "other");
        assertThat(keys(held.list(Optional.empty(), 3))).containsExactly("new", "twice", "other");
        assertThat(held.list(Optional.of("ple.com"), 3)).isEmpty();
    }

    @Test
    void thousandsOfMessagesAreListedWithTheirRecipients() {
        IntStream.range(0, 1100).forEach(i -> held.put(message("k" + i, NOON.plusSeconds(i), i + "@example.com")));

        assertThat(held.list(Optional.empty(), 5000))
                .hasSize(1100)
                .allSatisfy(message -> assertThat(message.recipients())
                        .containsExactly(message.key().substring(1) + "@example.com"));
    }

    @Test
    void aRemovedMessageIsGone() {
        held.put(message("k1", NOON, "a@example.com"));
        held.put(message("k2", NOON, "a@example.com"));

        assertThat(held.remove("k1")).isTrue();
        assertThat(held.remove("k1")).isFalse();

        assertThat(held.find("k1")).isEmpty();
        assertThat(held.keys()).containsExactly("k2");
        assertThat(held.count()).isOne();
        assertThat(keys(held.list(Optional.of("example.com"), 10))).containsExactly("k2");
    }

    @Test
    void longSubjectsAreCutWithoutBreakingALetter() {
        HeldMessage message = message("k", NOON, "a@example.com");
        String subject = "x".repeat(499) + "\uD83D\uDE00 and more";

        held.put(new HeldMessage(
                "k",
                "receipt",
                Optional.empty(),
                message.recipients(),
                subject,
                1,
                Category.SPAM,
                "",
                NOON,
                1,
                "",
                Optional.empty()));

        assertThat(held.find("k").orElseThrow().subject()).isEqualTo("x".repeat(499) + "\uFFFD");
    }

    @Test
    void keysWithNulAreKeptApart() {
        held.put(message("a\0b", NOON, "a@example.com"));

        assertThat(held.find("ab")).isEmpty();
        assertThat(held.find("a\0b")).isPresent();
    }

    @Test
    void aKeyThatDoesNotFitIsRefusedAndNotCut() {
        assertThatThrownBy(() -> held.put(message("k".repeat(1001), NOON, "a@example.com")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(held.count()).isZero();
    }

    private static List<String> keys(List<HeldMessage> messages) {
        return messages.stream().map(HeldMessage::key).toList();
    }

    private static HeldMessage message(String key, Instant heldAt, String... recipients) {
        return new HeldMessage(
                key,
                "receipt",
                Optional.empty(),
                List.of(recipients),
                "subject",
                3.5,
                Category.SPAM,
                "reason",
                heldAt,
                100,
                "envelope",
                Optional.empty());
    }
}
