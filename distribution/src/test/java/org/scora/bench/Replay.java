package org.scora.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.scora.check.Scorer;
import org.scora.check.ShippedChecks;
import org.scora.dns.NoDns;
import org.scora.learn.Learner;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.score.Weights;

/**
 * Scora's scoring in a process of its own, so that nothing else counts: all local checks and the learner. Reads lines from
 * standard input, {@code score}, {@code spam} or {@code ham}, a tab, a file, and answers each with a line.
 */
final class Replay {
    private final Learner learner;
    private final Scorer scorer;

    private Replay(Learner learner, Weights weights) {
        this.learner = learner;
        this.scorer = new Scorer(ShippedChecks.all(new NoDns(), learner, "localhost"), weights, Duration.ofSeconds(10));
    }

    /** @param arguments a model's file and a file of fitted points, or - for those that Scora comes with */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Replay replay = new Replay(learner(arguments[0]), weights(arguments[1]));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        out.println("ready");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int tab = line.indexOf('\t');
            out.println(replay.answer(line.substring(0, tab), Path.of(line.substring(tab + 1))));
        }
    }

    private String answer(String verb, Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            IncomingMessage message = IncomingMessage.read(stream, Envelope.unknown());
            if (verb.equals("score")) {
                return Double.toString(scorer.score(message).score());
            }
            learner.teach(message, verb.equals("spam"));
            return "taught";
        }
    }

    private static Learner learner(String file) {
        return file.equals("-") ? Learner.shipped() : Learner.load(Path.of(file));
    }

    private static Weights weights(String file) throws IOException {
        if (file.equals("-")) {
            return Weights.shipped();
        }
        Map<String, Double> points = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(file))) {
            if (!line.startsWith("#") && !line.startsWith("name\t")) {
                String[] columns = line.split("\t", -1);
                points.put(columns[0], Double.valueOf(columns[1]));
            }
        }
        return Weights.setByHand().weighing(points);
    }
}
