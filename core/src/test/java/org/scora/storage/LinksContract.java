package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.people.Link;
import org.scora.people.Link.Kind;
import org.scora.people.LinkTokens;
import org.scora.people.Links;
import org.scora.people.Links.Found;

abstract class LinksContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Link RELEASE =
            new Link(Kind.RELEASE, "Bob@Example.com", "key-1", NOON.plus(Duration.ofDays(7)));

    private final MovableClock clock = new MovableClock(NOON);
    private final LinkTokens tokens = new LinkTokens(new byte[32], new SecureRandom());
    private Links links;

    LinksContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeLinks() {
        database.close();
        database = Database.open(settings, clock);
        links = database.links(tokens);
    }

    private Link released() {
        return new Link(Kind.RELEASE, "bob@example.com", "key-1", NOON.plus(Duration.ofDays(7)));
    }

    @Test
    void aLinkIsFoundByItsTokenInAnyCase() {
        String token = links.issue(RELEASE);

        assertThat(token).matches("[a-z2-7]{40}");
        assertThat(links.find(token)).isEqualTo(new Found.Valid(released()));
        assertThat(links.find(token.toUpperCase(Locale.ROOT))).isEqualTo(new Found.Valid(released()));
    }

    @Test
    void aTokenWithOneOtherCharacterFindsNothing() {
        String token = links.issue(RELEASE);

        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == 'a' ? 'b' : 'a';
            assertThat(links.find(token.substring(0, place) + other + token.substring(place + 1)))
                    .isEqualTo(new Found.Unknown());
        }
    }

    @Test
    void whatIsNoTokenFindsNothing() {
        for (String text :
                List.of("", "a", "../../etc/passwd", "a".repeat(40), "a".repeat(1_000_000), "\0".repeat(40))) {
            assertThat(links.find(text)).isEqualTo(new Found.Unknown());
            assertThat(links.use(text)).isFalse();
        }
    }

    @Test
    void aLinkIsUsedOnce() {
        String token = links.issue(RELEASE);

        assertThat(links.use(token)).isTrue();
        assertThat(links.use(token)).isFalse();
        assertThat(links.find(token)).isEqualTo(new Found.Used(released()));
    }

    @Test
    void ofManyWhoUseItAtOnceOneDoes() {
        String token = links.issue(RELEASE);
        AtomicInteger used = new AtomicInteger();

        IntStream.range(0, 20).parallel().forEach(index -> used.addAndGet(links.use(token) ? 1 : 0));

        assertThat(used).hasValue(1);
    }

    @Test
    void aLinkExpires() {
        String token = links.issue(RELEASE);

        clock.forward(Duration.ofDays(7));

        assertThat(links.find(token)).isEqualTo(new Found.Expired(released()));
        assertThat(links.use(token)).isFalse();
    }

    @Test
    void theOwnerMakesVoidWhatWasNotUsed() {
        List<String> issued = links.issueAll(List.of(
                RELEASE,
                new Link(Kind.SHOW, "bob@example.com", "key-2", NOON.plusSeconds(60)),
                new Link(Kind.SHOW, "ann@example.com", "key-2", NOON.plusSeconds(60))));
        links.use(issued.get(0));

        assertThat(links.revokeOf("BOB@example.com")).isEqualTo(1);

        assertThat(links.find(issued.get(0))).isInstanceOf(Found.Used.class);
        assertThat(links.find(issued.get(1))).isInstanceOf(Found.Revoked.class);
        assertThat(links.use(issued.get(1))).isFalse();
        assertThat(links.find(issued.get(2))).isInstanceOf(Found.Valid.class);
    }

    @Test
    void whoChangesTheDatabaseMakesNoLinks() throws SQLException {
        String token = links.issue(RELEASE);
        database.close();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE link SET owner = 'mallory@example.com'"))
                    .isEqualTo(1);
        }
        takeLinks();

        assertThat(links.find(token)).isEqualTo(new Found.Unknown());
        assertThat(links.use(token)).isFalse();
    }

    @Test
    void anotherSecretKnowsNoneOfThem() {
        String token = links.issue(RELEASE);
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(database.links(new LinkTokens(other, new SecureRandom())).find(token))
                .isEqualTo(new Found.Unknown());
    }

    @Test
    void linksAreKnownAfterARestart() {
        String token = links.issue(RELEASE);
        takeLinks();
        assertThat(links.find(token)).isEqualTo(new Found.Valid(released()));
    }

    @Test
    void whatExpiredLongAgoIsForgotten() {
        String old = links.issue(RELEASE);
        String young = links.issue(new Link(Kind.SHOW, "bob@example.com", "", NOON.plus(Duration.ofDays(8))));

        assertThat(links.forget(NOON.plus(Duration.ofDays(8)))).isEqualTo(1);

        assertThat(links.find(old)).isEqualTo(new Found.Unknown());
        assertThat(links.find(young)).isInstanceOf(Found.Valid.class);
    }

    @Test
    void noLinksAreNoWork() {
        assertThat(links.issueAll(List.of())).isEmpty();
    }

    @Test
    void hostileOwnersAndKeysAreKeptApart() {
        Link odd = new Link(Kind.SHOW, "a\0b@example.com", "k\uD800", NOON.plusSeconds(60));
        assertThat(links.find(links.issue(odd))).isInstanceOf(Found.Valid.class);
    }
}
