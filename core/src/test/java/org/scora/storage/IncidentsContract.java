package org.scora.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.incident.Counts;
import org.scora.incident.Counts.Decided;
import org.scora.incident.Counts.Hour;
import org.scora.incident.Counts.Mail;
import org.scora.incident.Incident;
import org.scora.incident.IncidentFacts;
import org.scora.incident.IncidentFacts.Example;
import org.scora.incident.IncidentFacts.Measure;
import org.scora.incident.Incidents;
import org.scora.incident.Subject;
import org.scora.incident.Undo;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.replay.RecordedMail;
import org.scora.score.Advisory;
import org.scora.score.Weights;

abstract class IncidentsContract extends StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Subject BROKEN = new Subject(Subject.Kind.FINDING, "OWN_INVOICE");
    private static final IncidentFacts FACTS = new IncidentFacts(
            "It is broken",
            List.of(new Measure("held", "few", "many")),
            Map.of("example.com", 3L),
            List.of(new Example(
                    "R-1", NOON, "ann@example.com", Optional.of("a@b.example"), "Grüße \0 \uD800", 3.5, true)));

    private Incidents incidents;
    private Counts counts;

    IncidentsContract(TestEngine engine) {
        super(engine);
    }

    @BeforeEach
    void takeStores() {
        incidents = database.incidents();
        counts = database.counts();
    }

    private Incident open(Subject subject, boolean advisory) {
        return incidents.open(subject, NOON.minus(HOUR), NOON, advisory, FACTS).orElseThrow();
    }

    @Test
    void anIncidentIsAsItWasOpenedAlsoAfterARestart() {
        long id = open(BROKEN, true).id();
        reopenDatabase();

        Incident found = database.incidents().find(id).orElseThrow();

        assertThat(found.subject()).isEqualTo(BROKEN);
        assertThat(found.beganAt()).isEqualTo(NOON.minus(HOUR));
        assertThat(found.openedAt()).isEqualTo(NOON);
        assertThat(found.facts().measures()).isEqualTo(FACTS.measures());
        assertThat(found.facts().domains()).isEqualTo(FACTS.domains());
        assertThat(found.facts().examples()).hasSize(1);
        assertThat(found.isOpen()).isTrue();
        assertThat(found.undo()).isEmpty();
    }

    @Test
    void oneSubjectIsOpenOnce() {
        Incident first = open(BROKEN, true);

        assertThat(incidents.open(BROKEN, NOON, NOON, true, FACTS)).isEmpty();
        assertThat(incidents.openAbout(BROKEN)).map(Incident::id).contains(first.id());
        assertThat(incidents.close(first.id(), NOON, "ann", Optional.empty())).isTrue();
        assertThat(incidents.close(first.id(), NOON, "ann", Optional.empty())).isFalse();
        Incident second = open(BROKEN, true);
        assertThat(incidents.list(true, 9)).extracting(Incident::id).containsExactly(second.id());
        assertThat(incidents.list(false, 9)).extracting(Incident::id).containsExactly(second.id(), first.id());
    }

    @Test
    void allNodesKnowAtOnceWhatIsAdvisory() {
        assertThat(incidents.advisories()).isEmpty();
        Incident opened = open(BROKEN, true);
        open(new Subject(Subject.Kind.SHARE, "example.com"), false);

        assertThat(incidents.advisories()).containsExactly(new Advisory("OWN_INVOICE", NOON, opened.id()));
        try (Database otherNode = Database.open(settings)) {
            assertThat(otherNode.incidents().advisories()).hasSize(1);
        }
        incidents.close(opened.id(), NOON, "ann", Optional.empty());
        assertThat(incidents.advisories()).isEmpty();
    }

    @Test
    void openingAndClosingStandInTheAuditLog() {
        Incident opened = open(BROKEN, true);
        incidents.close(opened.id(), NOON, "ann", Optional.of(HOUR));

        assertThat(database.auditLog().find(Optional.empty(), Instant.EPOCH, 9))
                .extracting(line ->
                        line.who() + ": " + line.what() + ": " + line.after().orElse(""))
                .containsExactly(
                        "ann: incident " + opened.id() + ", the finding OWN_INVOICE: closed, trusted",
                        "the gateway itself: incident " + opened.id() + ", the finding OWN_INVOICE: advisory");
        assertThat(incidents.lastClosing(BROKEN)).contains(new Incidents.Closing(NOON, Optional.of(NOON.plus(HOUR))));
    }

    @Test
    void itIsKnownWhoHasToBeToldAndHowFarAnUndoingIs() {
        Incident opened = open(BROKEN, true);
        assertThat(incidents.untold(9)).hasSize(1);
        incidents.told(opened.id());
        assertThat(incidents.untold(9)).isEmpty();

        Undo undo = new Undo(NOON, "ann", Optional.of(NOON), Optional.of("key"), 3, 4, Optional.empty());
        incidents.undo(opened.id(), undo);
        assertThat(incidents.beingUndone()).extracting(Incident::undo).containsExactly(Optional.of(undo));
        incidents.undo(
                opened.id(), new Undo(NOON, "ann", Optional.of(NOON), Optional.of("key"), 3, 4, Optional.of(NOON)));
        assertThat(incidents.beingUndone()).isEmpty();
    }

    @Test
    void theNumbersOfAnHourReplaceThoseThatWereThere() {
        counts.put(new Hour(
                NOON,
                Map.of(Counts.ALL, new Mail(9, 2, 1), "a.example", new Mail(5, 1, 0)),
                Map.of("X", new Decided(2, 1))));
        counts.put(new Hour(
                NOON,
                Map.of(Counts.ALL, new Mail(10, 3, 1), "a.example", new Mail(6, 1, 0)),
                Map.of("Y", new Decided(3, 0))));
        counts.put(new Hour(NOON.plus(HOUR), Map.of(Counts.ALL, new Mail(1, 0, 0)), Map.of()));

        assertThat(counts.mail(Counts.ALL, NOON, NOON.plus(HOUR))).containsExactly(Map.entry(NOON, new Mail(10, 3, 1)));
        assertThat(counts.decidingFindings(NOON, NOON.plus(HOUR))).containsExactly("Y");
        assertThat(counts.decided("Y", NOON, NOON.plus(HOUR))).containsExactly(Map.entry(NOON, new Decided(3, 0)));
        assertThat(counts.busyDomains(NOON, NOON.plus(HOUR), 6, 9)).containsExactly("a.example");
        assertThat(counts.busyDomains(NOON, NOON.plus(HOUR), 7, 9)).isEmpty();
        assertThat(counts.newest()).contains(NOON.plus(HOUR));
        assertThat(counts.oldest()).contains(NOON);
        counts.forget(NOON.plus(HOUR));
        assertThat(counts.oldest()).contains(NOON.plus(HOUR));
    }

    @Test
    void thatWasSaidTwiceIsNotedOnce() {
        Opinion released = new Opinion("R-1", "Ann@example.com", Opinion.Kind.RELEASED, NOON, "ann");
        database.opinions().note(released);
        database.opinions().note(released);
        database.opinions().note(new Opinion("R-1", "ann@example.com", Opinion.Kind.ALLOWED, NOON.plus(HOUR), "ann"));

        assertThat(database.opinions().about(List.of("R-1", "R-2"))).hasSize(2);
        assertThat(database.opinions().since(NOON.plus(HOUR), 9))
                .extracting(Opinion::kind)
                .containsExactly(Opinion.Kind.ALLOWED);
        assertThat(database.opinions().about(List.of())).isEmpty();
        assertThat(database.opinions().forget(NOON.plus(HOUR))).isEqualTo(1);
        assertThat(database.opinions().about(List.of("R-1", "R-2")))
                .extracting(Opinion::kind)
                .containsExactly(Opinion.Kind.ALLOWED);
    }

    @Test
    void theJournalIsReadThroughInOrderWithWhatItRecorded() {
        RecordedMail mail = new RecordedMail(Weights.shipped());
        List<JournalLine> lines = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            // Many of one moment: more than a page has.
            Instant at = NOON.plusSeconds(i < 100 ? i : i < 2300 ? 100 : i);
            lines.add(mail.line(at, "a@b.example", "user" + i + "@example.com", "LEARNED_SPAM*0.25", "DKIM_PASS"));
        }
        lines.add(mail.line(NOON, "a@b.example", "x@example.org", "DKIM_PASS"));
        database.journal().record(lines);
        List<JournalLine> read = new ArrayList<>();

        database.journal().replay(Optional.of("example.com"), NOON, NOON.plus(HOUR), read::add);

        assertThat(read)
                .hasSize(2500)
                .isSortedAccordingTo((one, other) -> one.receivedAt().compareTo(other.receivedAt()));
        assertThat(read).containsAll(lines.subList(0, 2500));
        read.clear();
        database.journal().replay(Optional.empty(), NOON, NOON.plus(HOUR), read::add);
        assertThat(read).hasSize(2501);
        assertThat(database.journal().oldest(NOON.minus(HOUR))).contains(NOON);
        assertThat(database.journal().oldest(NOON.plus(HOUR).plus(HOUR))).isEmpty();
    }
}
