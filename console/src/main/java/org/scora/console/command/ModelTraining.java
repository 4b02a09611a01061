package org.scora.console.command;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scora.learn.Learner;
import org.scora.learn.Lesson;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/** Trains a model in a file of one's own, without a server. The same messages in the same order give the same file. */
final class ModelTraining {
    private final Learner learner;
    private final PrintWriter err;
    private final Set<HashCode> seen = new HashSet<>();
    private long spam;
    private long ham;
    private long known;
    private long unreadable;

    private ModelTraining(Learner learner, PrintWriter err) {
        this.learner = learner;
        this.err = err;
    }

    /** Trains the model in this file, which is made when it is missing, and saves it. */
    static Taught train(Path file, List<LabeledMail> mails, int passes, PrintWriter err) {
        Learner learner = ModelFile.loadOrShipped(file);
        Taught taught = new Taught(0, 0, 0, 0, 0);
        for (int pass = 0; pass < passes; pass++) {
            ModelTraining training = new ModelTraining(learner, err);
            OrderedWork.run(mails.iterator(), training::read, training::teach);
            taught = training.taught();
        }
        learner.save(file);
        return taught;
    }

    /** A message made ready to be taught, or why there is none. */
    private record Read(HashCode hash, Optional<Lesson> lesson, String problem) {}

    // On all cores; what is taught afterwards, one after the other, is little work.
    private Read read(LabeledMail mail) {
        try {
            byte[] source = mail.place().read();
            IncomingMessage message = IncomingMessage.read(new ByteArrayInputStream(source), Envelope.unknown());
            Lesson lesson = learner.lesson(message, mail.unwanted());
            return new Read(Hashing.sha256().hashBytes(source), Optional.of(lesson), "");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Read(
                    HashCode.fromInt(0), Optional.empty(), mail.place().file() + " can not be read: " + e.getMessage());
        }
    }

    private void teach(Read read) {
        if (read.lesson().isEmpty()) {
            unreadable++;
            err.println("scora: " + Printable.line(read.problem()));
        } else if (!seen.add(read.hash())) {
            known++;
        } else {
            Lesson lesson = read.lesson().get();
            learner.teach(lesson);
            spam += lesson.unwanted() ? 1 : 0;
            ham += lesson.unwanted() ? 0 : 1;
        }
    }

    private Taught taught() {
        return new Taught(spam, ham, known, unreadable, learner.lessons());
    }
}
