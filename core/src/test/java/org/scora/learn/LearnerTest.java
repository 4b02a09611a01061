package org.scora.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
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
        assertThat(Learner.untaught().opinionOf(SPAM).logOdds()).isEqualTo(0.0);
    }

    @Test
    void taughtLearnerTellsUnwantedFromWantedMail() {
        Learner learner = taught(20);
        assertThat(learner.opinionOf(SPAM).logOdds()).isGreaterThan(0.5);
        assertThat(learner.opinionOf(SIMILAR_SPAM).logOdds()).isGreaterThan(0.3);
        assertThat(learner.opinionOf(HAM).logOdds()).isLessThan(-0.3);
    }

    @Test
    void oneLessonIsKnownToTheNextOpinion() {
        Learner learner = Learner.untaught();
        learner.teach(SPAM, true);
        assertThat(learner.opinionOf(SPAM).logOdds()).isPositive();
        assertThat(learner.lessons()).isEqualTo(1);
    }

    @Test
    void whatIsTaughtHereIsToldApartFromWhatTheLearnerCameWith() {
        Learner learner = taught(20).asSeed();
        assertThat(learner.lessons()).isZero();
        assertThat(learner.opinionOf(SPAM).taughtHere()).isEqualTo(Opinion.Taught.NOTHING);

        learner.teach(SIMILAR_SPAM, true);
        Opinion.Taught here = learner.opinionOf(SIMILAR_SPAM).taughtHere();
        assertThat(here.logOdds())
                .isPositive()
                .isLessThan(learner.opinionOf(SIMILAR_SPAM).logOdds());
        assertThat(here.familiarity()).isGreaterThan(0.5);
        assertThat(learner.opinionOf(HAM).taughtHere().familiarity()).isLessThan(here.familiarity());
    }

    @Test
    void aSavedLearnerStillKnowsWhatWasTaughtHere() {
        Learner learner = taught(20).asSeed();
        learner.teach(SIMILAR_SPAM, true);
        learner.save(folder.resolve("model"));

        Opinion opinion = Learner.load(folder.resolve("model")).opinionOf(SIMILAR_SPAM);

        assertThat(opinion).isEqualTo(learner.opinionOf(SIMILAR_SPAM));
        assertThat(opinion.taughtHere().logOdds()).isPositive();
    }

    @Test
    void nothingOfASeedWasTaughtHere() {
        taught(20).saveAsSeed(folder.resolve("seed"));
        assertThat(Learner.load(folder.resolve("seed")).opinionOf(SPAM).taughtHere())
                .isEqualTo(Opinion.Taught.NOTHING);
        assertThat(Learner.shipped().opinionOf(SPAM).taughtHere()).isEqualTo(Opinion.Taught.NOTHING);
    }

    @Test
    void lessonsFadeAsTheLearnerComesToAgree() {
        Learner learner = Learner.untaught();
        learner.teach(SPAM, true);
        double first = learner.opinionOf(SPAM).logOdds();
        for (int i = 0; i < 100; i++) {
            learner.teach(SPAM, true);
        }
        double before = learner.opinionOf(SPAM).logOdds();
        learner.teach(SPAM, true);
        assertThat(learner.opinionOf(SPAM).logOdds() - before).isNotNegative().isLessThan(first / 10);
    }

    @Test
    void messageOfThreeBytesTeachesNextToNothing() {
        Learner learner = Learner.untaught();
        IncomingMessage tiny = SampleMail.of(new byte[] {'a', 'b', 'c'});
        learner.teach(tiny, true);
        assertThat(learner.opinionOf(tiny).logOdds()).isBetween(0.0, 0.1);
        assertThat(learner.opinionOf(SPAM).logOdds()).isBetween(0.0, 0.1);
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
    void fileThatIsNoModelIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("model"), new byte[100]);
        assertThatThrownBy(() -> Learner.load(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is no model");
    }

    @Test
    void fileOfAnotherVersionIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("SCORAL01".getBytes(StandardCharsets.US_ASCII));
        }
        Path file = Files.write(folder.resolve("model"), bytes.toByteArray());
        assertThatThrownBy(() -> Learner.load(file)).hasMessageContaining("another kind or version");
    }

    @Test
    void damagedFileIsRefusedWhereverTheDamageIs() throws IOException {
        taught(1).save(folder.resolve("whole"));
        byte[] whole = Files.readAllBytes(folder.resolve("whole"));
        for (int position = 20; position < whole.length; position += 97) {
            byte[] damaged = whole.clone();
            damaged[position] ^= 0x55;
            Path file = Files.write(folder.resolve("model"), damaged);
            assertThatThrownBy(() -> Learner.load(file)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void fileThatEndsTooEarlyIsRefused() throws IOException {
        taught(1).save(folder.resolve("whole"));
        byte[] whole = Files.readAllBytes(folder.resolve("whole"));
        Path file = Files.write(folder.resolve("model"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Learner.load(file)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void gramsAreDistinctAndOfTheBeginningAlone() {
        byte[] source = new byte[100_000];
        Arrays.fill(source, (byte) 'a');
        source[Grams.PREFIX - 1] = 'b';
        source[Grams.PREFIX] = 'c';
        FeatureSet features = new FeatureSet();
        Grams.collect(source, features);
        // aaaaa and aaaab; aaabc lies behind the end.
        assertThat(features.take()).hasSize(2);
    }

    @Test
    void featuresAreDistinctNumbersThatHaveAWeight() {
        int[] features = features(HAM);
        assertThat(features).doesNotHaveDuplicates().hasSizeGreaterThan(100);
        assertThat(Arrays.stream(features).min().orElseThrow()).isNotNegative();
        assertThat(Arrays.stream(features).max().orElseThrow()).isLessThan(1 << Learner.BITS);
    }

    @Test
    void messageOfManyThingsHasABoundedNumberOfFeatures() {
        String words = IntStream.range(0, 200_000)
                .mapToObj(number -> Integer.toString(number, 36))
                .collect(Collectors.joining(" "));
        IncomingMessage large = SampleMail.of("Subject: " + words + "\n\n" + words + "\n");
        assertThat(features(large)).hasSizeLessThanOrEqualTo(FeatureSet.MOST);
    }

    private static int[] features(IncomingMessage message) {
        return Learner.untaught().lesson(message, false).views().stream()
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    @Test
    void structureIsTheOrderOfHeadersAndTagsWhateverTheySay() {
        int[] offer = structure("From: a@example.com\nX-Mailer: m\n", "<table><tr><td>Win!</td></tr></table>");
        assertThat(structure("From: b@example.org\nX-Mailer: n\n", "<TABLE class=x><tr><td>Lose</td></tr></table>"))
                .isEqualTo(offer);
        assertThat(structure("X-Mailer: m\nFrom: a@example.com\n", "<table><tr><td>Win!</td></tr></table>"))
                .isNotEqualTo(offer);
        assertThat(structure("From: a@example.com\nX-Mailer: m\n", "<tr><table><td>Win!</td></tr></table>"))
                .isNotEqualTo(offer);
    }

    @Test
    void bracketsThatBeginNoTagAreNotPartOfTheStructure() {
        int[] none = structure("From: a@example.com\n", "1 < 2, <3, < b, </, <");
        assertThat(structure("From: a@example.com\n", "")).isEqualTo(none);
    }

    private static int[] structure(String header, String html) {
        IncomingMessage message =
                SampleMail.of(header + "MIME-Version: 1.0\nContent-Type: text/html\n\n" + html + "\n");
        return Learner.untaught().lesson(message, false).views().get(View.STRUCTURE.ordinal());
    }

    @Test
    void viewLearnsThoughAnotherIsSureAlready() {
        Learner learner = Learner.untaught();
        int[] nothing = {};
        for (int i = 0; i < 2000; i++) {
            learner.teach(new Lesson(List.of(new int[] {1}, nothing, nothing), true));
        }
        learner.teach(new Lesson(List.of(new int[] {1}, new int[] {2}, nothing), true));
        assertThat(learner.opinionOf(new Lesson(List.of(nothing, new int[] {2}, nothing), true))
                        .logOdds())
                .isPositive();
    }

    @Test
    void opinionNamesTheWordsThatMovedIt() {
        assertThat(taught(20).opinionOf(SPAM).reasons()).contains("\"have won\" in the subject");
        assertThat(taught(20).opinionOf(HAM).reasons()).isNotEmpty().noneMatch(reason -> reason.contains("have won"));
    }

    @Test
    void familiarityTellsWhatWasMetFromWhatWasNot() {
        Learner learner = taught(5);
        assertThat(learner.opinionOf(SPAM).familiarity()).isGreaterThan(0.95);
        assertThat(learner.opinionOf(SampleMail.of("X-Y: 9\n\n\u4f60\u597d\n")).familiarity())
                .isLessThan(0.3);
        assertThat(Learner.untaught().opinionOf(SPAM).familiarity()).isZero();
    }

    @Test
    void wordsOfScriptsWithoutSpacesAreCharacters() {
        assertThat(Words.of("Win $500 now! \u4f60\u597d caf\u00e9", 10))
                .containsExactly("win", "$###", "now!", "\u4f60", "\u597d", "caf\u00e9");
        assertThat(Words.of("one two three", 2)).containsExactly("one", "two");
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
