package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.audit.AuditLine;
import org.scora.people.Actor;
import org.scora.people.Codes;
import org.scora.people.Codes.Tried;
import org.scora.people.Marks;
import org.scora.people.Role;
import org.scora.people.Session;
import org.scora.people.Sessions;

abstract class SessionsContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor BOB = new Actor(Role.USER, "Bob@Example.com", "192.0.2.1");

    private final MovableClock clock = new MovableClock(NOON);
    private Sessions sessions;
    private Marks marks;
    private Codes codes;

    SessionsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeStores() {
        database.close();
        database = Database.open(settings, clock);
        sessions = database.sessions(new SecureRandom());
        marks = database.marks();
        codes = database.codes(new SecureRandom());
    }

    @Test
    void aSessionIsFoundByItsIdAlone() {
        String id = sessions.begin(BOB);

        assertThat(id).matches("[a-z2-7]{32}");
        assertThat(sessions.find(id)).contains(new Session(Role.USER, "bob@example.com", NOON));
        assertThat(sessions.find(id.substring(1) + "a")).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void whoeverLooksIntoTheDatabaseFindsNoId() {
        String id = sessions.begin(BOB);

        assertThat(database.auditLog().find(Optional.empty(), Instant.EPOCH, 10))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.toString()).doesNotContain(id));
    }

    @Test
    void aSessionLastsAsLongAsItIsUsed() {
        String id = sessions.begin(BOB);

        for (int hours = 0; hours < 20; hours += 5) {
            clock.forward(Duration.ofHours(5));
            assertThat(sessions.find(id)).isPresent();
        }
        clock.forward(Sessions.IDLE);

        assertThat(sessions.find(id)).isEmpty();
        assertThat(sessions.forget()).isEqualTo(1);
    }

    @Test
    void aSessionThatWasEndedIsOver() {
        String id = sessions.begin(BOB);

        assertThat(sessions.end(id, "192.0.2.7")).isTrue();
        assertThat(sessions.end(id, "192.0.2.7")).isFalse();
        assertThat(sessions.find(id)).isEmpty();
        assertThat(database.auditLog().find(Optional.of("example.com"), Instant.EPOCH, 10))
                .extracting(
                        AuditLine::what,
                        line -> line.after().orElseThrow(),
                        line -> line.origin().orElseThrow())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("login", "logged in", "192.0.2.1"),
                        org.assertj.core.groups.Tuple.tuple("login", "logged out", "192.0.2.7"));
    }

    @Test
    void aMarkHoldsUntilItsTimeAndALaterOneProlongsIt() {
        marks.put(Set.of("machine a", "machine b"), NOON.plusSeconds(60));
        marks.put(Set.of("machine a"), NOON.plusSeconds(90));
        marks.put(Set.of("machine a"), NOON.plusSeconds(30));

        assertThat(marks.any(Set.of("machine b", "machine c"))).isTrue();
        assertThat(marks.any(Set.of("machine c"))).isFalse();
        assertThat(marks.any(Set.of())).isFalse();
        clock.forward(Duration.ofSeconds(60));
        assertThat(marks.any(Set.of("machine b"))).isFalse();
        assertThat(marks.any(Set.of("machine a"))).isTrue();
        assertThat(marks.forget()).isEqualTo(1);
    }

    @Test
    void twoWhoMarkTheSameAtOnceDoNotFail() {
        IntStream.range(0, 20)
                .parallel()
                .forEach(number ->
                        marks.put(new TreeSet<>(List.of("machine a", "machine b")), NOON.plusSeconds(60 + number)));

        assertThat(marks.any(Set.of("machine a"))).isTrue();
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = codes.issue("bob at a");

        assertThat(code).matches("[0-9]{6}");
        assertThat(codes.attempt("bob at b", code)).isEqualTo(new Tried.NoCode());
        assertThat(codes.attempt("bob at a", code)).isEqualTo(new Tried.Right());
        assertThat(codes.attempt("bob at a", code)).isEqualTo(new Tried.NoCode());
    }

    @Test
    void aCodeCanBeTriedFiveTimesHoweverManyTryAtOnce() {
        String code = codes.issue("bob at a");
        AtomicInteger wrong = new AtomicInteger();

        IntStream.range(0, 20).parallel().forEach(number -> {
            if (codes.attempt("bob at a", "no code") instanceof Tried.Wrong) {
                wrong.incrementAndGet();
            }
        });

        assertThat(wrong).hasValue(Codes.TRIES);
        assertThat(codes.attempt("bob at a", code)).isEqualTo(new Tried.NoCode());
    }

    @Test
    void aCodeIsGoodForTenMinutesAndUntilTheNext() {
        String first = codes.issue("bob at a");
        String second = codes.issue("bob at a");
        if (!first.equals(second)) {
            assertThat(codes.attempt("bob at a", first)).isEqualTo(new Tried.Wrong(Codes.TRIES - 1));
        }

        clock.forward(Codes.VALID);

        assertThat(codes.attempt("bob at a", second)).isEqualTo(new Tried.NoCode());
        assertThat(codes.forget()).isEqualTo(1);
    }
}
