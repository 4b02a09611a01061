package org.scora.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.scora.check.Scorer;
import org.scora.check.ShippedChecks;
import org.scora.dns.NoDns;
import org.scora.learn.Learner;
import org.scora.learn.Lesson;
import org.scora.learn.Opinion;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/** What the parts of scoring a message take: reading it, the learner, all checks together. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PartsBenchmark {
    /** A file; one of the demonstration's unless JMH's option -p mail=FILE names another. */
    @Param({"src/main/demo/mails/newsletter.eml"})
    public String mail;

    private final Learner learner = Learner.shipped();
    private final Scorer scorer =
            new Scorer(ShippedChecks.all(new NoDns(), learner, "localhost"), Weights.shipped(), Duration.ofSeconds(10));
    private byte[] source = {};
    private IncomingMessage message = read(source);
    private Lesson lesson = learner.lesson(message, true);

    @Setup
    public void readFile() throws IOException {
        source = Files.readAllBytes(Path.of(mail));
        message = read(source);
        lesson = learner.lesson(message, true);
    }

    @Benchmark
    public IncomingMessage reading() {
        return read(source);
    }

    @Benchmark
    public Lesson features() {
        return learner.lesson(message, true);
    }

    @Benchmark
    public Opinion opinionOnFeatures() {
        return learner.opinionOf(lesson);
    }

    @Benchmark
    public Opinion featuresAndOpinionWithReasons() {
        return learner.opinionOf(message);
    }

    @Benchmark
    public Verdict allChecksOfAMessageThatWasRead() {
        return scorer.score(message);
    }

    @Benchmark
    public Verdict readingAndAllChecks() {
        return scorer.score(read(source));
    }

    private static IncomingMessage read(byte[] source) {
        return IncomingMessage.read(new ByteArrayInputStream(source), Envelope.unknown());
    }
}
