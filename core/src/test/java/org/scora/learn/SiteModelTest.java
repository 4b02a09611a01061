package org.scora.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

class SiteModelTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final TrainingSource OPERATOR = new TrainingSource(TrainingSource.Kind.COMMAND, "operator");
    private static final TrainingSource ANN = new TrainingSource(TrainingSource.Kind.PERSON, "ann@example.com");

    @TempDir
    Path folder;

    private Database database;
    private Ledger ledger;
    private SiteModel model;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseSettings("jdbc:h2:file:" + folder.resolve("scora"), "scora", "", 4));
        ledger = database.ledger();
        model = open(folder.resolve("model"));
    }

    @AfterEach
    void close() {
        model.close();
        database.close();
    }

    private SiteModel open(Path file) {
        return SiteModel.open(file, ledger, Learner::untaught, NOON);
    }

    @Test
    void aLessonCountsForTheNextMessage() {
        double before = opinion(model, spam(1));
        assertThat(model.teach(OPERATOR, spam(1), true)).isEqualTo(SiteModel.Taught.NEW);

        assertThat(opinion(model, spam(1))).isGreaterThan(before);
    }

    @Test
    void theSameLessonAgainIsKnownAndChangesNothing() {
        model.teach(OPERATOR, spam(1), true);
        double once = opinion(model, spam(1));

        assertThat(model.teach(ANN, spam(1), true)).isEqualTo(SiteModel.Taught.KNOWN);
        assertThat(opinion(model, spam(1))).isEqualTo(once);
    }

    @Test
    void manyLessonsAtOnceAreTheSameAsOneAfterTheOther() {
        List<SiteModel.Taught> taught = model.teach(
                OPERATOR,
                List.of(
                        new SiteModel.Lesson(spam(1), true),
                        new SiteModel.Lesson(ham(1), false),
                        new SiteModel.Lesson(spam(1), true),
                        new SiteModel.Lesson(ham(1), true),
                        new SiteModel.Lesson(ham(1), false)));
        model.settle();

        assertThat(taught)
                .containsExactly(
                        SiteModel.Taught.NEW,
                        SiteModel.Taught.NEW,
                        SiteModel.Taught.KNOWN,
                        SiteModel.Taught.NEW,
                        SiteModel.Taught.NEW);
        Learner alone = Learner.untaught();
        alone.teach(read(spam(1)), true);
        alone.teach(read(ham(1)), false);
        assertThat(opinion(model, ham(9))).isEqualTo(opinion(alone, ham(9)));
    }

    @Test
    void whatIsTakenBackWasNeverLearned() {
        model.teach(OPERATOR, spam(1), true);
        model.teach(OPERATOR, ham(1), false);
        double before = opinion(model, spam(9));
        model.teach(ANN, spam(2), true);
        model.teach(ANN, spam(3), true);
        assertThat(opinion(model, spam(9))).isNotEqualTo(before);

        assertThat(model.takeBackSource("ann@example.com").whenMade()).isEqualTo(2);

        assertThat(opinion(model, spam(9))).isEqualTo(before);
        assertThat(model.takeBack(List.of(SiteModel.hashOf(spam(1)), SiteModel.hashOf(ham(1))))
                        .whenMade())
                .isEqualTo(2);
        assertThat(opinion(model, spam(9))).isEqualTo(opinion(Learner.untaught(), spam(9)));
        assertThat(model.takeBack(List.of(SiteModel.hashOf(spam(1)))).whenMade())
                .isZero();
    }

    @Test
    void aMessageThatIsTaughtTheOtherWayRoundIsCorrected() {
        model.teach(OPERATOR, spam(1), false);
        model.teach(OPERATOR, spam(1), true);
        model.settle();

        Learner alone = Learner.untaught();
        alone.teach(read(spam(1)), true);
        assertThat(opinion(model, spam(1))).isEqualTo(opinion(alone, spam(1)));
    }

    @Test
    void aModelWhoseFileIsMissingIsMadeFromTheLedgerAsItWas() throws IOException {
        for (int i = 0; i < 10; i++) {
            model.teach(OPERATOR, spam(i), true);
            model.teach(OPERATOR, ham(i), false);
        }
        SiteModel other = open(folder.resolve("elsewhere"));

        assertThat(opinion(other, spam(77))).isEqualTo(opinion(model, spam(77)));
        other.learner().save(folder.resolve("one"));
        model.learner().save(folder.resolve("two"));
        assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
    }

    @Test
    void aSavedModelIsGoneOnWith() {
        model.teach(OPERATOR, spam(1), true);
        model.settle();
        model.teach(OPERATOR, spam(2), true);

        SiteModel again = open(folder.resolve("model"));

        assertThat(opinion(again, spam(9))).isEqualTo(opinion(model, spam(9)));
        assertThat(again.learner().lessons()).isEqualTo(model.learner().lessons());
    }

    @Test
    void aModelThatWasBuiltOnAnotherSeedIsMadeAnewOnThisOne() {
        Path file = folder.resolve("seeded");
        try (SiteModel before = SiteModel.open(file, ledger, () -> seed(ham(5)), NOON)) {
            before.teach(OPERATOR, spam(1), true);
        }

        try (SiteModel after = SiteModel.open(file, ledger, () -> seed(ham(6)), NOON)) {
            Learner alone = seed(ham(6));
            alone.teach(read(spam(1)), true);
            assertThat(opinion(after, ham(6))).isEqualTo(opinion(alone, ham(6)));
        }
    }

    @Test
    void aFileThatIsDamagedOrKnowsWhatWasTakenBackSinceIsNotUsed() throws IOException {
        model.teach(OPERATOR, spam(1), true);
        model.teach(OPERATOR, spam(2), true);
        model.settle();
        ledger.takeBack(List.of(TrainingMessage.of(spam(2)).hash()), NOON.instant());

        SiteModel again = open(folder.resolve("model"));
        assertThat(again.learner().lessons()).isEqualTo(Learner.untaught().lessons() + 1);

        Files.write(folder.resolve("model"), new byte[100]);
        assertThat(open(folder.resolve("model")).learner().lessons())
                .isEqualTo(Learner.untaught().lessons() + 1);
    }

    @Test
    void aSourceThatIsNotTheOperatorCountsForATenthOfAllAtMost() {
        for (int i = 0; i < 20; i++) {
            assertThat(model.teach(ANN, spam(i), true)).isEqualTo(SiteModel.Taught.NEW);
        }
        double before = opinion(model, spam(99));
        assertThat(model.teach(ANN, spam(20), true)).isEqualTo(SiteModel.Taught.TOO_MUCH);
        assertThat(opinion(model, spam(99))).isEqualTo(before);
        for (int i = 0; i < 200; i++) {
            assertThat(model.teach(OPERATOR, ham(i), false)).isEqualTo(SiteModel.Taught.NEW);
        }
        assertThat(model.teach(ANN, spam(21), true)).isEqualTo(SiteModel.Taught.NEW);
    }

    @Test
    void onlyTheBeginningOfALongMessageIsKeptAndLearned() {
        byte[] beginning = new byte[SiteModel.BYTES_KEPT];
        System.arraycopy(spam(1), 0, beginning, 0, spam(1).length);
        byte[] longer = new byte[3 * SiteModel.BYTES_KEPT];
        System.arraycopy(beginning, 0, longer, 0, beginning.length);

        model.teach(OPERATOR, longer, true);

        assertThat(model.teach(OPERATOR, beginning, true)).isEqualTo(SiteModel.Taught.KNOWN);
    }

    private static Learner seed(byte[] wanted) {
        Learner seed = Learner.untaught();
        seed.teach(read(wanted), false);
        return seed.asSeed();
    }

    private static double opinion(SiteModel model, byte[] message) {
        return opinion(model.learner(), message);
    }

    private static double opinion(Learner learner, byte[] message) {
        return learner.opinionOf(read(message)).logOdds();
    }

    private static IncomingMessage read(byte[] message) {
        return IncomingMessage.read(new ByteArrayInputStream(message), Envelope.unknown());
    }

    private static byte[] spam(int number) {
        return bytes("From: a@spam.example\r\nSubject: pills " + number + "\r\n\r\nBuy cheap pills now!\r\n");
    }

    private static byte[] ham(int number) {
        return bytes("From: b@ham.example\r\nSubject: minutes " + number + "\r\n\r\nThe minutes of the meeting.\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
