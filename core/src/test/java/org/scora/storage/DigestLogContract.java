package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.quarantine.DigestLog;
import org.scora.quarantine.DigestLog.Contents;
import org.scora.quarantine.DigestLog.Digest;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;

abstract class DigestLogContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private DigestLog log;

    DigestLogContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeLog() {
        log = database.digestLog();
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        DomainState.ACTIVE,
                        List.of(RouteHost.parse("mx.example.com", 10)),
                        RecipientPolicy.LISTED,
                        List.of()));
        database.protectedDomains().addMailboxes("example.com", List.of("ann", "bob"));
        database.aliases().set("example.com", "sales", List.of("ann"));
    }

    @Test
    void onlyMailboxesWithNewsAreNamedPageByPage() {
        IntStream.range(0, 5).forEach(i -> hold("k" + i, 3, "user" + i + "@example.com"));
        hold("x", 3, "ann@other.example");

        assertThat(log.ownersWithNews("example.com", "", 3))
                .containsExactly("user0@example.com", "user1@example.com", "user2@example.com");
        assertThat(log.ownersWithNews("example.com", "user2@example.com", 3))
                .containsExactly("user3@example.com", "user4@example.com");
        log.begin("user3@example.com", NOON);
        assertThat(log.ownersWithNews("example.com", "user2@example.com", 3)).containsExactly("user4@example.com");
    }

    @Test
    void whatIsNewIsTakenIntoADigestOnceAndTheMostDoubtfulStandFirst() {
        hold("1", 5, "Ann@example.com");
        hold("2", 3, "sales@example.com", "ann@example.com", "bob@example.com");

        Digest digest = log.begin("ann@example.com", NOON);
        hold("3", 1, "ann@example.com");

        assertThat(keys(log.contents(digest, 9))).containsExactly("2", "1");
        assertThat(log.contents(digest, 1).counts()).isEqualTo(Map.of(Category.SPAM, 2));
        assertThat(keys(log.contents(digest, 1))).containsExactly("2");
        assertThat(keys(log.contents(new Digest("ann@example.com", 0, NOON), 9)))
                .containsExactly("3");
        assertThat(keys(log.contents(new Digest("bob@example.com", 0, NOON), 9)))
                .containsExactly("2");
    }

    @Test
    void oneThatWasNotSentIsBegunAgainAsItWas() {
        hold("1", 5, "ann@example.com");
        Digest first = log.begin("ann@example.com", NOON);
        hold("2", 3, "ann@example.com");

        reopenDatabase();
        log = database.digestLog();
        assertThat(log.unsent(NOON.plusSeconds(1), "", 9)).containsExactly(first);
        assertThat(log.unsent(NOON, "", 9)).isEmpty();
        assertThat(log.begin("ann@example.com", NOON.plusSeconds(60))).isEqualTo(first);
        assertThat(keys(log.contents(first, 9))).containsExactly("1");

        log.sent(first);
        assertThat(log.unsent(NOON.plusSeconds(1), "", 9)).isEmpty();
        Digest second = log.begin("ann@example.com", NOON.plusSeconds(60));
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(keys(log.contents(second, 9))).containsExactly("2");
    }

    @Test
    void oneWithoutNewsNeedsNoMail() {
        Digest empty = log.begin("ann@example.com", NOON);

        assertThat(log.contents(empty, 9).total()).isZero();
        assertThat(log.unsent(NOON.plusSeconds(1), "", 9)).isEmpty();
    }

    @Test
    void ofTwoWhoBeginAtOnceBothGetTheSame() {
        hold("1", 5, "ann@example.com");

        List<Digest> begun = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> log.begin("ann@example.com", NOON))
                .distinct()
                .toList();

        assertThat(begun).hasSize(1);
    }

    @Test
    void whatIsHeldAgainIsNotNews() {
        hold("1", 5, "ann@example.com");
        log.begin("ann@example.com", NOON);

        hold("1", 5, "ann@example.com");

        assertThat(log.ownersWithNews("example.com", "", 9)).isEmpty();
    }

    @Test
    void roundsAreRemembered() {
        log.seeTo("example.com", NOON);
        log.seeTo("example.com", NOON.plusSeconds(1));
        log.seeTo("ann@example.com", NOON);

        assertThat(log.seenTo()).isEqualTo(Map.of("example.com", NOON.plusSeconds(1), "ann@example.com", NOON));
    }

    private static List<String> keys(Contents contents) {
        return contents.messages().stream().map(HeldMessage::key).toList();
    }

    private void hold(String key, double score, String... recipients) {
        database.heldMessages()
                .put(new HeldMessage(
                        key,
                        "receipt-" + key,
                        Optional.empty(),
                        List.of(recipients),
                        "subject",
                        score,
                        Category.SPAM,
                        "reason",
                        NOON,
                        100,
                        "envelope",
                        Optional.empty()));
    }
}
