package org.scora.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.journal.AlteredLine;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.policy.Disposition;
import org.scora.quarantine.CopyChange;
import org.scora.quarantine.FileContentStore;
import org.scora.quarantine.HeldFacts;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.Quarantine;
import org.scora.quarantine.Releases;
import org.scora.quarantine.VirusScan;
import org.scora.score.Category;

class UndoingTest {
    private static final Instant BEGAN = Instant.parse("2026-03-30T08:00:00Z");
    private static final Actor ANN = new Actor(Role.OPERATOR, "ann", "192.0.2.9");

    @TempDir
    Path folder;

    private final List<OutgoingMail> sent = new ArrayList<>();
    private SimulatedMonth gateway;
    private Quarantine quarantine;
    private Incident incident;

    @BeforeEach
    void openIncident() throws Exception {
        Path findings = Files.writeString(
                folder.resolve("findings.tsv"), "OWN_INVOICE\t6\tspam\tsubject\tinvoice\tIt is about an invoice.\n");
        gateway = new SimulatedMonth(folder.resolve("scora"), findings, BEGAN.plus(Duration.ofHours(4)));
        quarantine =
                new Quarantine(gateway.database.heldMessages(), new FileContentStore(folder.resolve("quarantine")));
        incident = gateway.database
                .incidents()
                .open(
                        Subject.finding("OWN_INVOICE"),
                        BEGAN,
                        gateway.clock.instant(),
                        true,
                        new IncidentFacts("It is broken", List.of(), Map.of(), List.of()))
                .orElseThrow();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private Undoing undoing(Outbox outbox) {
        return new Undoing(
                gateway.database.incidents(),
                gateway.database.heldCopies(),
                new Judging(gateway.database.journal(), gateway.sources(), gateway.weights),
                new Releases(
                        quarantine,
                        gateway.database.heldCopies(),
                        outbox,
                        message -> new VirusScan.Answer.Clean(),
                        gateway.database.journal(),
                        gateway.clock),
                gateway.clock);
    }

    private HeldMessage hold(Duration after, String... findings) {
        return hold(after, Category.SPAM, findings);
    }

    private HeldMessage hold(Duration after, Category category, String... findings) {
        JournalLine line = gateway.mail.line(BEGAN.plus(after), "news@shop.example", "ann@example.com", findings);
        gateway.database.journal().record(List.of(line));
        HeldMessage message = new HeldMessage(
                        "key-" + line.receipt(),
                        line.receipt(),
                        line.sender(),
                        List.of(line.recipient()),
                        line.subject(),
                        line.score(),
                        category,
                        "because",
                        line.receivedAt(),
                        5,
                        "{}",
                        Optional.empty())
                .withFacts(new HeldFacts(
                        Optional.empty(),
                        List.of("news@shop.example"),
                        line.findings(),
                        line.facts().orElseThrow().authentication()));
        quarantine.hold(message, new ByteArrayInputStream("A: b\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private HeldState state(HeldMessage message) {
        return quarantine.find(message.key()).orElseThrow().copies().get(0).state();
    }

    private Incident now() {
        return gateway.database.incidents().find(incident.id()).orElseThrow();
    }

    @Test
    void exactlyWhatTheFindingHeldSinceItBeganIsReleased() {
        HeldMessage broken = hold(Duration.ofMinutes(5), "OWN_INVOICE", "DKIM_PASS");
        HeldMessage spamToo = hold(Duration.ofMinutes(6), "OWN_INVOICE", "LEARNED_SPAM*4", "SPF_FAIL");
        HeldMessage other = hold(Duration.ofMinutes(7), "LEARNED_SPAM*4", "SPF_FAIL");
        HeldMessage before = hold(Duration.ofMinutes(-5), "OWN_INVOICE", "DKIM_PASS");
        HeldMessage virus = hold(Duration.ofMinutes(8), Category.VIRUS, "OWN_INVOICE", "DKIM_PASS");
        HeldMessage deleted = hold(Duration.ofMinutes(9), "OWN_INVOICE", "DKIM_PASS");
        gateway.database
                .heldCopies()
                .change(new CopyChange(
                        deleted.key(),
                        deleted.recipients(),
                        Set.of(HeldState.HELD),
                        HeldState.DELETED,
                        gateway.clock.instant(),
                        ANN,
                        "delete",
                        ""));
        Undoing undoing = undoing(sent::add);

        assertThat(undoing.preview(now())).satisfies(preview -> {
            assertThat(preview.released()).isEqualTo(1);
            assertThat(preview.kept()).isEqualTo(2);
            assertThat(preview.newest()).extracting(HeldMessage::key).containsExactly(broken.key());
        });
        assertThat(undoing.run()).isZero();
        assertThat(sent).isEmpty();
        undoing.order(now(), "ann");
        assertThat(undoing.run()).isEqualTo(1);

        assertThat(state(broken)).isEqualTo(HeldState.RELEASED);
        assertThat(List.of(state(spamToo), state(other), state(before), state(virus)))
                .containsOnly(HeldState.HELD);
        assertThat(state(deleted)).isEqualTo(HeldState.DELETED);
        assertThat(sent).hasSize(1);
        assertThat(now().undo().orElseThrow()).satisfies(undo -> {
            assertThat(undo.released()).isEqualTo(1);
            assertThat(undo.kept()).isEqualTo(2);
            assertThat(undo.endedAt()).isPresent();
        });
        assertThat(gateway.database.opinions().about(List.of(broken.receipt()))).isEmpty();
        assertThat(gateway.database.auditLog().find(Optional.of("example.com"), Instant.EPOCH, 10).stream()
                        .flatMap(line -> line.reason().stream()))
                .anyMatch(reason ->
                        reason.contains("undoing incident " + incident.id()) && reason.contains("ordered by ann"));
    }

    @Test
    void whatWasDeletedBecauseOfItIsNamed() {
        JournalLine line = gateway.mail.line(
                BEGAN.plusSeconds(60), "news@shop.example", "ann@example.com", "OWN_INVOICE", "DKIM_PASS");
        JournalLine spamToo = gateway.mail.line(
                BEGAN.plusSeconds(61), "news@shop.example", "ann@example.com", "LEARNED_SPAM*9", "SPF_FAIL");
        gateway.database.journal().record(List.of(deleted(line)));
        gateway.database.journal().record(List.of(deleted(spamToo)));

        assertThat(undoing(sent::add).preview(now()).deleted()).hasValueSatisfying(lost -> {
            assertThat(lost.copies()).isEqualTo(1);
            assertThat(lost.newest()).singleElement().satisfies(example -> {
                assertThat(example.receipt()).isEqualTo(line.receipt());
                assertThat(example.recipient()).isEqualTo("ann@example.com");
                assertThat(example.sender()).contains("news@shop.example");
                assertThat(example.subject()).isEqualTo(line.subject());
            });
        });
    }

    private static JournalLine deleted(JournalLine line) {
        return AlteredLine.of(line, Disposition.DELETE, Outcome.DELETED, line.detail());
    }

    @Test
    void itGoesInBatches() {
        for (int i = 0; i < Undoing.BATCH + 5; i++) {
            hold(Duration.ofSeconds(i), "OWN_INVOICE", "DKIM_PASS");
        }
        Undoing undoing = undoing(sent::add);
        undoing.order(now(), "ann");

        assertThat(undoing.run()).isEqualTo(Undoing.BATCH);
        assertThat(now().undo().orElseThrow().endedAt()).isEmpty();
        assertThat(undoing.run()).isEqualTo(5);
        assertThat(now().undo().orElseThrow().endedAt()).isPresent();
        assertThat(undoing.run()).isZero();
        assertThat(sent).hasSize(Undoing.BATCH + 5);
    }

    @Test
    void whatWasKilledInTheMiddleGoesOnAndReleasesNothingTwice() {
        for (int i = 0; i < 9; i++) {
            hold(Duration.ofSeconds(i), "OWN_INVOICE", "DKIM_PASS");
        }
        undoing(sent::add).order(now(), "ann");
        Outbox dying = mail -> {
            if (sent.size() == 4) {
                throw new StackOverflowError("the process ends here");
            }
            sent.add(mail);
        };
        assertThatThrownBy(() -> undoing(dying).run()).isInstanceOf(StackOverflowError.class);
        assertThat(sent).hasSize(4);

        gateway.clock.forward(Duration.ofMinutes(5));
        Releases afterTheCrash = new Releases(
                quarantine,
                gateway.database.heldCopies(),
                sent::add,
                message -> new VirusScan.Answer.Clean(),
                gateway.database.journal(),
                gateway.clock);
        undoing(sent::add).run();
        afterTheCrash.resume();

        assertThat(sent).hasSize(9);
        assertThat(sent).extracting(mail -> mail.receipt().orElseThrow()).doesNotHaveDuplicates();
        assertThat(now().undo().orElseThrow().endedAt()).isPresent();
    }

    @Test
    void orderedTwiceIsDoneOnce() {
        hold(Duration.ofMinutes(5), "OWN_INVOICE", "DKIM_PASS");
        Undoing undoing = undoing(sent::add);
        Undo first = undoing.order(now(), "ann");
        gateway.clock.forward(Duration.ofMinutes(1));

        assertThat(undoing.order(now(), "bob")).isEqualTo(first);
        undoing.run();
        undoing.order(now(), "bob");
        undoing.run();

        assertThat(sent).hasSize(1);
    }

    @Test
    void aTrustedFindingAndAShareCanNotBeUndone() {
        Incidents incidents = gateway.database.incidents();
        incidents.close(incident.id(), gateway.clock.instant(), "ann", Optional.of(Duration.ofDays(14)));
        Incident share = incidents
                .open(Subject.share(""), BEGAN, BEGAN, false, incident.facts())
                .orElseThrow();

        assertThatThrownBy(() -> undoing(sent::add).order(now(), "ann")).hasMessageContaining("is trusted");
        assertThatThrownBy(() -> undoing(sent::add).preview(share)).hasMessageContaining("nothing to be undone");
    }
}
