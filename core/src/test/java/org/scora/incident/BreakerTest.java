package org.scora.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.journal.JournalLine;
import org.scora.journal.Opinion;
import org.scora.score.Advisory;

class BreakerTest {
    private static final int WEEKS = 4;
    // A Monday morning, four weeks and ten hours after the start.
    private static final Instant MORNING =
            SimulatedMonth.START.plus(Duration.ofDays(7 * WEEKS)).plus(Duration.ofHours(10));
    private static final String[] KNOWN = {"OWN_INVOICE", "DKIM_PASS", "KNOWN_CORRESPONDENT"};
    private static final String[] UNKNOWN = {"OWN_INVOICE", "DKIM_PASS"};

    @TempDir
    static Path folder;

    @TempDir
    Path ownFolder;

    private static final List<Incident> OF_THE_MONTH = new ArrayList<>();

    private SimulatedMonth month;

    @BeforeAll
    static void liveThroughTheMonth() throws IOException {
        Files.writeString(
                folder.resolve("findings.tsv"), "OWN_INVOICE\t6\tspam\tsubject\tinvoice\tIt is about an invoice.\n");
        try (SimulatedMonth month =
                new SimulatedMonth(folder.resolve("month"), folder.resolve("findings.tsv"), SimulatedMonth.START)) {
            Breaker breaker = month.breaker(BreakerMode.ON);
            for (int hour = 0; month.clock.instant().isBefore(MORNING); hour++) {
                month.hour();
                if (hour % 3 == 0) {
                    OF_THE_MONTH.addAll(breaker.check());
                }
            }
        }
    }

    @BeforeEach
    void openACopy() throws IOException {
        Files.copy(
                folder.resolve("month.mv.db"), ownFolder.resolve("month.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        month = new SimulatedMonth(ownFolder.resolve("month"), folder.resolve("findings.tsv"), MORNING);
    }

    @AfterEach
    void close() {
        month.close();
    }

    private List<Incident> check() {
        return month.breaker(BreakerMode.ON).check();
    }

    private void say(List<JournalLine> lines, int from, int until) {
        lines.subList(from, until)
                .forEach(line -> month.database
                        .opinions()
                        .note(new Opinion(
                                line.receipt(),
                                line.recipient(),
                                Opinion.Kind.RELEASED,
                                month.clock.instant(),
                                line.recipient())));
    }

    @Test
    void nightsWeekEndsAndManySmallDomainsAreUsual() {
        assertThat(OF_THE_MONTH).isEmpty();
        assertThat(month.database.counts().mail(Counts.ALL, SimulatedMonth.START, MORNING))
                .hasSizeGreaterThan(24 * 27);
        assertThat(check()).isEmpty();
    }

    @Test
    void aFindingThatHoldsMailOfKnownSendersBecomesAdvisory() {
        List<JournalLine> held = new ArrayList<>();
        for (int hour = 0; hour < 2; hour++) {
            held.addAll(month.add(20, "someone@partner", 8, KNOWN));
            month.hour();
        }

        List<Incident> opened = check();

        assertThat(opened).hasSize(1);
        Incident incident = opened.get(0);
        assertThat(incident.subject()).isEqualTo(Subject.finding("OWN_INVOICE"));
        assertThat(incident.advisory()).isTrue();
        assertThat(incident.beganAt()).isEqualTo(MORNING);
        assertThat(incident.facts().domains()).containsExactly(Map.entry(SimulatedMonth.LARGE, 40L));
        assertThat(incident.facts().examples())
                .hasSize(10)
                .allMatch(
                        example -> held.stream().anyMatch(line -> line.receipt().equals(example.receipt())));
        assertThat(month.weights.get().of("OWN_INVOICE").orElseThrow().points()).isZero();
        assertThat(month.weights.get().of("OWN_INVOICE").orElseThrow().sentence())
                .isEqualTo("It is about an invoice. (advisory since 2026-03-30T12:00:00Z, incident " + incident.id()
                        + ": it weighs nothing)");
        assertThat(check()).isEmpty();
    }

    @Test
    void ofSendersToWhomNobodyWroteSomebodyHasToSayThatTheirMailIsWanted() {
        List<JournalLine> held =
                month.add(40, "someone@partner", 8, "OWN_INVOICE", "DKIM_PASS", "KNOWN_CORRESPONDENT*0.5");
        month.hour();

        List<Incident> reported = check();

        assertThat(reported).extracting(Incident::subject).containsExactly(Subject.finding("OWN_INVOICE"));
        assertThat(reported).noneMatch(Incident::advisory);
        assertThat(check()).isEmpty();
        // The newest are the examples.
        List<JournalLine> byTime = new ArrayList<>(held);
        byTime.sort(Comparator.comparing(JournalLine::receivedAt));
        say(byTime, 37, 40);
        assertThat(check()).hasSize(1).allMatch(Incident::advisory);
        assertThat(month.database.incidents().list(true, 9)).hasSize(1);
    }

    @Test
    void aWaveOfUnknownSendersIsReportedAndChangesNothing() {
        for (int hour = 0; hour < 3; hour++) {
            month.add(400, "x@wave", 150, "LINK_BRAND_LOOKALIKE", "LEARNED_SPAM*2", "DATE_MISSING");
            month.hour();
        }

        List<Incident> opened = check();

        assertThat(opened).hasSize(1).noneMatch(Incident::advisory);
        assertThat(opened.get(0).facts().sentence()).contains("LINK_BRAND_LOOKALIKE decides much more");
        assertThat(month.database.incidents().advisories()).isEmpty();
        month.clock.forward(Duration.ofHours(1));
        assertThat(check()).isEmpty();
    }

    @Test
    void thatMuchLessIsHeldThanUsualIsReported() {
        for (int hour = 0; hour < 3; hour++) {
            month.add(400, "x@new", 150, "LEARNED_SPAM*2", "DATE_MISSING");
            month.hour();
        }

        List<Incident> opened = check();

        assertThat(opened).extracting(Incident::subject).contains(Subject.share(Counts.ALL));
        assertThat(opened).noneMatch(Incident::advisory);
        assertThat(opened.get(0).facts().sentence()).startsWith("Much less mail than usual is held");
    }

    @Test
    void aReportIsClosedWhenAllIsUsualAgain() {
        month.add(1500, "x@wave", 150, "LINK_BRAND_LOOKALIKE", "LEARNED_SPAM*2", "DATE_MISSING");
        month.hour();
        long id = check().get(0).id();
        for (int hour = 0; hour < 8; hour++) {
            month.hour();
        }

        check();

        assertThat(month.database.incidents().find(id).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void aFindingWhoseMailPeopleReleaseBecomesAdvisory() {
        List<JournalLine> held = month.add(60, "news@shop", 20, UNKNOWN);
        month.hour();
        assertThat(check()).noneMatch(Incident::advisory);
        say(held, 0, 10);

        List<Incident> opened = check();

        assertThat(opened).hasSize(1);
        assertThat(opened.get(0).advisory()).isTrue();
        assertThat(opened.get(0).facts().examples()).hasSize(10);
        assertThat(month.database.incidents().advisories())
                .extracting(Advisory::finding)
                .containsExactly("OWN_INVOICE");
    }

    @Test
    void aFewReleasesOfMuchThatIsHeldAreUsual() {
        List<JournalLine> held = month.add(500, "x@shop", 100, UNKNOWN);
        month.hour();
        say(held, 0, 9);

        assertThat(check()).noneMatch(Incident::advisory);
    }

    @Test
    void oneNewsletterThatManyReleaseBreaksNoFinding() {
        List<JournalLine> held = month.add(60, "news@shop", 1, UNKNOWN);
        month.hour();
        say(held, 0, 30);

        assertThat(check()).noneMatch(Incident::advisory);
    }

    @Test
    void theLearnerNeedsBothSigns() {
        // Of the two others neither alone makes a difference.
        String[] learned = {"LEARNED_SPAM*4", "SUBJECT_RAW_BYTES", "OWN_INVOICE*0.08", "KNOWN_CORRESPONDENT*0.1"};
        List<JournalLine> held = month.add(200, "someone@partner", 20, learned);
        assertThat(held).allMatch(DecidedBy::isHeld);
        month.hour();
        assertThat(check()).noneMatch(Incident::advisory);
        say(held, 0, 150);

        assertThat(check()).extracting(Incident::subject).containsExactly(Subject.finding("LEARNED_SPAM"));
    }

    @Test
    void whatSpeaksOfVirusesNeverBecomesAdvisory() {
        List<JournalLine> held = month.add(40, "someone@partner", 20, "EXECUTABLE_DISGUISED", "DATE_MISSING");
        assertThat(held).allMatch(DecidedBy::isHeld);
        month.hour();
        say(held, 0, 30);

        assertThat(check()).noneMatch(Incident::advisory);
    }

    @Test
    void whatOneFindingExplainsIsNotHeldAgainstTheNext() {
        // Without the second one, half a point, none of it would be held either.
        String[] both = {"OWN_INVOICE*0.75", "SUBJECT_RAW_BYTES", "DKIM_PASS"};
        List<JournalLine> held = month.add(60, "news@shop", 20, both);
        assertThat(held).allMatch(DecidedBy::isHeld);
        month.hour();
        say(held, 0, 20);

        assertThat(check()).extracting(Incident::subject).containsExactly(Subject.finding("OWN_INVOICE"));
        assertThat(check()).isEmpty();
    }

    @Test
    void aClosedIncidentNeedsNewEvidenceAndATrustedFindingIsLeftInPeace() {
        List<JournalLine> held = month.add(60, "news@shop", 20, UNKNOWN);
        month.hour();
        say(held, 0, 10);
        Incident first = check().get(0);
        close(first, Optional.empty());
        assertThat(month.database.incidents().advisories()).isEmpty();
        assertThat(check()).isEmpty();

        List<JournalLine> more = month.add(60, "news@shop", 20, UNKNOWN);
        month.hour();
        say(more, 0, 10);
        Incident second = check().get(0);
        assertThat(second.advisory()).isTrue();
        close(second, Optional.of(Duration.ofDays(14)));

        say(month.add(60, "news@shop", 20, UNKNOWN), 0, 20);
        month.hour();
        assertThat(check()).noneMatch(Incident::advisory);
    }

    private void close(Incident incident, Optional<Duration> trusted) {
        assertThat(month.database.incidents().close(incident.id(), month.clock.instant(), "ann", trusted))
                .isTrue();
    }

    @Test
    void inReportOnlyModeItIsOnlyTold() {
        List<JournalLine> held = month.add(60, "news@shop", 20, UNKNOWN);
        month.hour();
        say(held, 0, 10);

        List<Incident> opened = month.breaker(BreakerMode.REPORT_ONLY).check();

        assertThat(opened).hasSize(1).noneMatch(Incident::advisory);
        assertThat(opened.get(0).facts().sentence()).contains("it still counts");
        assertThat(month.weights.get().of("OWN_INVOICE").orElseThrow().points()).isEqualTo(6);
        assertThat(month.breaker(BreakerMode.OFF).check()).isEmpty();
    }

    @Test
    void aGatewayThatIsNewTripsOnReleasesOnly() throws IOException {
        try (SimulatedMonth fresh =
                new SimulatedMonth(ownFolder.resolve("fresh"), folder.resolve("findings.tsv"), MORNING)) {
            List<JournalLine> held = fresh.add(12, "someone@partner", 12, KNOWN);
            fresh.clock.forward(Duration.ofHours(1));
            assertThat(fresh.breaker(BreakerMode.ON).check()).isEmpty();
            held.subList(0, 5)
                    .forEach(line -> fresh.database
                            .opinions()
                            .note(new Opinion(line.receipt(), line.recipient(), Opinion.Kind.ALLOWED, MORNING, "ann")));

            List<Incident> opened = fresh.breaker(BreakerMode.ON).check();

            assertThat(opened).hasSize(1).allMatch(Incident::advisory);
            assertThat(opened.get(0).beganAt()).isEqualTo(MORNING);
        }
    }
}
