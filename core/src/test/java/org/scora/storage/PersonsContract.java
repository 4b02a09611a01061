package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.journal.Opinion;
import org.scora.journal.Totals.Bothered;
import org.scora.journal.Totals.Scope;
import org.scora.people.Actor;
import org.scora.people.Persons;
import org.scora.people.Role;
import org.scora.quarantine.HeldMessage;
import org.scora.score.Category;

abstract class PersonsContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Scope ALL = new Scope(Optional.empty(), NOON, NOON.plus(Duration.ofDays(9)));
    private static final Actor OPERATOR = new Actor(Role.OPERATOR, "root", "test");
    private static final byte[] SECRET = new byte[32];

    private Persons persons;

    PersonsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void fill() {
        persons = database.persons(SECRET);
        LinesAtRandom made = new LinesAtRandom(new Random(7));
        IntStream.range(0, 40)
                .forEach(hour -> database.journal().record(List.of(made.line(NOON.plus(Duration.ofHours(hour))))));
        database.heldMessages().put(held("alone", "ann@example.com"));
        database.heldMessages().put(held("together", "ann@example.com", "bob@example.com"));
        database.opinions().note(new Opinion("R1", "ann@example.com", Opinion.Kind.RELEASED, NOON, "Ann@example.com"));
    }

    private static HeldMessage held(String key, String... recipients) {
        return new HeldMessage(
                key,
                "R-" + key,
                Optional.of("someone@s1.example"),
                List.of(recipients),
                "subject",
                3.5,
                Category.SPAM,
                "reason",
                NOON,
                100,
                "{}",
                Optional.empty());
    }

    @Test
    void allThatIsStoredAboutAPersonIsTold() {
        assertThat(persons.export("ANN@example.com")).containsOnlyKeys("mail received", "held mail", "opinions");
        assertThat(persons.export("ann@example.com").get("held mail"))
                .extracting(row -> row.get("receipt"))
                .containsExactlyInAnyOrder("R-alone", "R-together");
        assertThat(persons.export("someone@s1.example")).containsOnlyKeys("mail sent", "held mail to others");
        assertThat(persons.export("nobody@example.com")).isEmpty();
    }

    @Test
    void whoIsUnderAPseudonymIsFoundToo() {
        int lines = persons.export("ann@example.com").get("mail received").size();
        database.upkeep(SECRET).sumUp();
        database.upkeep(SECRET).veil(NOON.plus(Duration.ofDays(1)));

        assertThat(persons.export("ann@example.com").get("mail received")).hasSize(lines);
    }

    @Test
    void whatIsErasedIsFoundByNobodyAndNumbersHold() {
        database.upkeep(SECRET).sumUp();
        database.upkeep(SECRET).veil(NOON.plus(Duration.ofHours(12)));
        List<Long> copies = database.totals().bothered(ALL, 9).stream()
                .map(Bothered::kept)
                .sorted()
                .toList();

        assertThat(persons.erase("Ann@example.com", OPERATOR)).containsKeys("journal lines", "held mail", "opinions");

        assertThat(persons.export("ann@example.com")).isEmpty();
        assertThat(persons.erase("ann@example.com", OPERATOR)).isEmpty();
        assertThat(database.journal()
                        .between(Optional.empty(), ALL.from(), ALL.until(), 1000)
                        .toString())
                .doesNotContain("ann@example.com");
        assertThat(database.totals().bothered(ALL, 9))
                .noneMatch(person -> person.recipient().equals("ann@example.com"))
                .satisfies(bothered -> assertThat(
                                bothered.stream().mapToLong(Bothered::kept).sum())
                        .isEqualTo(copies.stream().mapToLong(Long::longValue).sum()));
        assertThat(database.heldMessages().find("alone")).isEmpty();
        assertThat(database.heldMessages().find("together"))
                .hasValueSatisfying(message -> assertThat(message.recipients()).containsExactly("bob@example.com"));
        assertThat(database.heldCopies().contentsToRemove(9)).containsExactly("alone");
        assertThat(database.auditLog().find(Optional.empty(), Instant.EPOCH, 9))
                .anyMatch(line ->
                        line.what().equals("person erased") && line.who().equals("root"))
                .noneMatch(line -> line.toString().contains("ann@example.com"));
    }

    @Test
    void aSenderIsErasedFromOthersMail() {
        persons.erase("someone@s1.example", OPERATOR);

        assertThat(database.journal()
                        .between(Optional.empty(), ALL.from(), ALL.until(), 1000)
                        .toString())
                .doesNotContainIgnoringCase("someone@s1.example")
                .containsIgnoringCase("someone@s2.example");
        assertThat(persons.export("someone@s1.example")).containsOnlyKeys("held mail to others");
    }
}
