package org.scora.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.Passage;
import org.scora.message.Outbox;
import org.scora.message.OutgoingMail;
import org.scora.people.Actor;
import org.scora.people.Role;
import org.scora.policy.Disposition;
import org.scora.quarantine.Releases.Result.Kept;
import org.scora.quarantine.Releases.Result.Sent;
import org.scora.score.Category;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class ReleasesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor OPERATOR = new Actor(Role.OPERATOR, "ann (scora command)", "127.0.0.1");
    private static final List<String> BOTH = List.of("ann@example.com", "bob@example.com");
    private static final HeldMessage MESSAGE = new HeldMessage(
            "Mail1!-!2",
            "4QX7-M2DA-9KTW",
            Optional.of("sender@elsewhere.example"),
            BOTH,
            "subject",
            3.5,
            Category.SPAM,
            "reason",
            NOW.minusSeconds(60),
            7,
            "envelope",
            Optional.empty());

    @TempDir
    Path folder;

    private final List<OutgoingMail> sent = new CopyOnWriteArrayList<>();
    private final Outbox brokenOutbox = mail -> {
        throw new UncheckedIOException(new IOException("the queue is full"));
    };
    private Database database;
    private ContentStore contents;
    private Quarantine quarantine;
    private VirusScan scan = message -> new VirusScan.Answer.Clean();
    private Releases releases;

    @BeforeEach
    void openQuarantine() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4));
        contents = new FileContentStore(folder.resolve("quarantine"));
        quarantine = new Quarantine(database.heldMessages(), contents);
        releases = releases(sent::add, NOW);
        quarantine.hold(MESSAGE, content());
        database.journal().record(BOTH.stream().map(ReleasesTest::line).toList());
    }

    private Releases releases(Outbox outbox, Instant now) {
        return new Releases(
                quarantine,
                database.heldCopies(),
                outbox,
                message -> scan.scan(message),
                database.journal(),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void theOriginalBytesGoToTheChosenRecipientsBehindAHeaderThatSaysSo() {
        assertThat(release("BOB@example.com")).isEqualTo(new Sent(List.of("bob@example.com"), false));

        OutgoingMail mail = sent.get(0);
        assertThat(mail.id()).matches("[A-Za-z0-9-]+");
        assertThat(mail.sender()).contains("sender@elsewhere.example");
        assertThat(mail.recipients()).containsExactly("bob@example.com");
        assertThat(new String(mail.source(), StandardCharsets.UTF_8))
                .isEqualTo("X-Scora-Released: 4QX7-M2DA-9KTW; by the operator; 2026-03-01T12:00:00Z\r\n"
                        + "Subject: Grüße\r\n\r\ncontent");
        assertThat(standing()).containsExactly("ann@example.com HELD", "bob@example.com RELEASED");
        assertThat(outcome("bob@example.com")).isEqualTo(Outcome.RELEASED);
        assertThat(outcome("ann@example.com")).isEqualTo(Outcome.HELD);
    }

    @Test
    void askingTwiceReleasesOnceEvenWithAnOldViewOfTheMessage() {
        release("ann@example.com");

        assertThat(release("ann@example.com")).isEqualTo(new Sent(List.of(), false));
        assertThat(releases.release(MESSAGE, BOTH, OPERATOR, ""))
                .isEqualTo(new Sent(List.of("bob@example.com"), false));
        assertThat(sent).hasSize(2).extracting(OutgoingMail::id).doesNotHaveDuplicates();
    }

    @Test
    void manyAskingAtOnceReleaseOnce() {
        IntStream.range(0, 16).parallel().forEach(i -> releases.release(MESSAGE, BOTH, OPERATOR, ""));

        assertThat(sent).hasSize(1);
    }

    @Test
    void whenTheQueueDoesNotTakeItTheReleaseIsKeptAndDoneLater() {
        assertThat(releases(brokenOutbox, NOW).release(MESSAGE, BOTH, OPERATOR, ""))
                .isEqualTo(new Sent(BOTH, true));

        assertThat(releases.release(MESSAGE, BOTH, OPERATOR, "")).isEqualTo(new Sent(List.of(), false));
        assertThat(sent).isEmpty();
        assertThat(releases(sent::add, NOW.plusSeconds(60)).resume()).isZero();
        assertThat(releases(sent::add, NOW.plus(Duration.ofMinutes(5))).resume())
                .isOne();
        assertThat(releases(sent::add, NOW.plus(Duration.ofMinutes(5))).resume())
                .isZero();
        assertThat(sent).hasSize(1);
        assertThat(standing()).containsExactly("ann@example.com RELEASED", "bob@example.com RELEASED");
    }

    @Test
    void aCrashAfterTheQueueTookItSendsAgainUnderTheSameIdUnlessTheRelayHasSeenIt() {
        Outbox crashing = mail -> {
            sent.add(mail);
            throw new UncheckedIOException(new IOException("the machine went down right after"));
        };
        releases(crashing, NOW).release(MESSAGE, List.of("ann@example.com"), OPERATOR, "");
        releases(crashing, NOW).release(MESSAGE, List.of("bob@example.com"), OPERATOR, "");
        database.journal().update(MESSAGE.receipt(), "bob@example.com", Outcome.DELIVERED, "250 Ok");
        sent.remove(1);

        releases(sent::add, NOW.plus(Duration.ofMinutes(5))).resume();

        assertThat(sent).hasSize(2);
        assertThat(standing()).containsExactly("ann@example.com RELEASED", "bob@example.com RELEASED");
        assertThat(sent.get(1).recipients()).contains("ann@example.com");
    }

    @Test
    void whatIsScannedAgainAndInfectedStaysHeldAsAVirus() {
        scan = message -> new VirusScan.Answer.Infected("clamav calls it Eicar");

        assertThat(release("ann@example.com"))
                .isEqualTo(new Kept("it was scanned again, and clamav calls it Eicar; it stays held, as a virus now"));

        assertThat(sent).isEmpty();
        assertThat(quarantine.find(MESSAGE.key()).orElseThrow().category()).isEqualTo(Category.VIRUS);
        assertThat(database.auditLog()
                        .find(Optional.of("example.com"), Instant.EPOCH, 9)
                        .get(0)
                        .after())
                .contains("kept, since clamav calls it Eicar");
        assertThat(standing()).containsExactly("ann@example.com HELD", "bob@example.com HELD");
    }

    @Test
    void withoutAnAnswerOfAScannerThatIsRequiredItStaysHeld() {
        scan = message -> new VirusScan.Answer.Unanswered("clamav does not answer");

        assertThat(release("ann@example.com"))
                .isInstanceOfSatisfying(
                        Kept.class,
                        kept -> assertThat(kept.sentence()).contains("clamav does not answer", "try again"));
        assertThat(standing()).containsExactly("ann@example.com HELD", "bob@example.com HELD");
    }

    @Test
    void aVirusThatSomebodyMayReleaseIsNotStoppedByTheScanner() {
        scan = message -> new VirusScan.Answer.Infected("clamav calls it Eicar");
        database.heldCopies().recategorize(MESSAGE.key(), Category.VIRUS, "clamav calls it Eicar");

        assertThat(release("ann@example.com")).isEqualTo(new Sent(List.of("ann@example.com"), false));
    }

    @Test
    void whenTheContentIsMissingTheMessageStaysHeld() {
        contents.delete(MESSAGE.key());

        assertThatThrownBy(() -> release("ann@example.com")).isInstanceOf(MissingContent.class);

        assertThat(standing()).containsExactly("ann@example.com HELD", "bob@example.com HELD");
    }

    @Test
    void holdingAgainAfterAReleaseDoesNotOfferItAgain() {
        release("ann@example.com");
        quarantine.hold(MESSAGE, content());

        assertThat(release("ann@example.com")).isEqualTo(new Sent(List.of(), false));
    }

    private Releases.Result release(String recipient) {
        return releases.release(
                quarantine.find(MESSAGE.key()).orElseThrow(), List.of(recipient), OPERATOR, "she asked for it");
    }

    private List<String> standing() {
        return quarantine.find(MESSAGE.key()).orElseThrow().copies().stream()
                .map(copy -> copy.recipient() + " " + copy.state())
                .toList();
    }

    private Outcome outcome(String recipient) {
        return database.journal().byReceipt(MESSAGE.receipt()).stream()
                .filter(line -> line.recipient().equals(recipient))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static JournalLine line(String recipient) {
        return new JournalLine(
                MESSAGE.receipt(),
                NOW,
                Optional.empty(),
                MESSAGE.sender(),
                recipient,
                "subject",
                7,
                List.of(),
                3.5,
                Category.SPAM,
                Disposition.QUARANTINE,
                "",
                Outcome.HELD,
                "",
                Optional.empty(),
                Passage.UNKNOWN);
    }

    private static ByteArrayInputStream content() {
        return new ByteArrayInputStream("Subject: Grüße\r\n\r\ncontent".getBytes(StandardCharsets.UTF_8));
    }
}
