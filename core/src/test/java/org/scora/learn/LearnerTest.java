package org.scora.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.message.IncomingMessage;
import org.scora.message.SampleMail;

class LearnerTest {
    private static final IncomingMessage SPAM = SampleMail.of(
            "From: winner@lottery.example\nSubject: You have won 1,000,000 dollars\n\nClaim your prize today, dear winner!\n");
    private static final IncomingMessage HAM = SampleMail.of(
            "From: anna@bakery.example\nSubject: Meeting on Monday\n\nShall we meet at ten to go through the plans?\n");
    private static final IncomingMessage SIMILAR_SPAM = SampleMail.of(
            "From: prize@lottery.example\nSubject: You have won 5,000,000 euros\n\nClaim your pr1ze now, dear winner!\n");

    @TempDir
    private Path folder;

    @Test
    void untaughtLearnerHasNoOpinion() {
        assertThat(Learner.untaught().opinionOf(SPAM)).isEqualTo(0.0);
    }

    @Test
    void taughtLearnerTellsUnwantedFromWantedMail() {
        Learner learner = taught(20);
        assertThat(learner.opinionOf(SPAM)).isGreaterThan(0.5);
        assertThat(learner.opinionOf(SIMILAR_SPAM)).isGreaterThan(0.3);
        assertThat(learner.opinionOf(HAM)).isLessThan(-0.3);
    }

    @Test
    void oneLessonIsKnownToTheNextOpinion() {
        Learner learner = Learner.untaught();
        learner.teach(SPAM, true);
        assertThat(learner.opinionOf(SPAM)).isPositive();
        assertThat(learner.lessons()).isEqualTo(1);
    }

    @Test
    void lessonsFadeAsTheLearnerComesToAgree() {
        Learner learner = Learner.untaught();
        learner.teach(SPAM, true);
        double first = learner.opinionOf(SPAM);
        for (int i = 0; i < 100; i++) {
            learner.teach(SPAM, true);
        }
        double before = learner.opinionOf(SPAM);
        learner.teach(SPAM, true);
        assertThat(learner.opinionOf(SPAM) - before).isPositive().isLessThan(first / 10);
    }

    @Test
    void messageTooShortForOneGramLeavesTheLearnerAsItWas() {
        Learner learner = Learner.untaught();
        IncomingMessage tiny = SampleMail.of(new byte[] {'a', 'b', 'c'});
        learner.teach(tiny, true);
        assertThat(learner.opinionOf(tiny)).isEqualTo(0.0);
        assertThat(learner.opinionOf(SPAM)).isEqualTo(0.0);
    }

    @Test
    void sameLessonsInTheSameOrderGiveTheSameModelBitByBit() throws IOException {
        taught(7).save(folder.resolve("one"));
        taught(7).save(folder.resolve("other"));
        assertThat(Files.mismatch(folder.resolve("one"), folder.resolve("other")))
                .isEqualTo(-1);
    }

    @Test
    void savedLearnerGoesOnWhereItWas() throws IOException {
        Path file = folder.resolve("model");
        taught(3).save(file);
        Learner loaded = Learner.load(file);
        assertThat(loaded.lessons()).isEqualTo(6);
        teach(loaded, 4);
        loaded.save(file);
        taught(7).save(folder.resolve("in-one-go"));
        assertThat(Files.mismatch(file, folder.resolve("in-one-go"))).isEqualTo(-1);
    }

    @Test
    void savingLeavesNothingBesideTheFile() throws IOException {
        taught(1).save(folder.resolve("model"));
        taught(2).save(folder.resolve("model"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("model"));
        }
    }

    @Test
    void failedSaveKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("model");
        taught(1).save(file);
        byte[] before = Files.readAllBytes(file);
        Files.createDirectory(folder.resolve("model.new"));
        assertThatThrownBy(() -> taught(2).save(file)).isInstanceOf(UncheckedIOException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> Learner.load(folder.resolve("nowhere")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void fileOfAnotherLengthIsRefusedUnread() throws IOException {
        Path file = Files.write(folder.resolve("model"), new byte[100]);
        assertThatThrownBy(() -> Learner.load(file)).hasMessageContaining("is no snapshot of a learner");
    }

    @Test
    void fileOfAnotherVersionIsRefused() throws IOException {
        assertThatThrownBy(() -> Learner.load(savedWithOneByteChanged(7))).hasMessageContaining("another version");
    }

    @Test
    void damagedFileIsRefused() throws IOException {
        assertThatThrownBy(() -> Learner.load(savedWithOneByteChanged(100_000))).hasMessageContaining("damaged");
    }

    @Test
    void gramsAreDistinctAscendingAndOfTheBeginningAlone() {
        byte[] source = new byte[100_000];
        Arrays.fill(source, (byte) 'a');
        source[Grams.PREFIX - 1] = 'b';
        source[Grams.PREFIX] = 'c';
        // aaaa and aaab; aabc lies behind the end.
        assertThat(Grams.of(source, Learner.BITS)).hasSize(2).isSorted();
        int[] grams = Grams.of(HAM.source(), Learner.BITS);
        assertThat(grams).isSorted().doesNotHaveDuplicates();
        assertThat(grams[0]).isNotNegative();
        assertThat(grams[grams.length - 1]).isLessThan(1 << Learner.BITS);
    }

    private Path savedWithOneByteChanged(int position) throws IOException {
        Path file = folder.resolve("model");
        taught(1).save(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[position]++;
        return Files.write(file, bytes);
    }

    private static Learner taught(int rounds) {
        Learner learner = Learner.untaught();
        teach(learner, rounds);
        return learner;
    }

    private static void teach(Learner learner, int rounds) {
        for (int i = 0; i < rounds; i++) {
            learner.teach(SPAM, true);
            learner.teach(HAM, false);
        }
    }
}
