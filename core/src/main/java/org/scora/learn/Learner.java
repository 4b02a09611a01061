package org.scora.learn;

import java.nio.file.Path;
import org.scora.message.IncomingMessage;

/**
 * The statistical learner: says how much a message resembles unwanted mail that it was taught. Thread-safe.
 *
 * <p>It is a logistic regression that is trained online: the natural log odds of a message are the sum of the weights of
 * its {@link Grams}, and every lesson moves each of those weights by a small rate times the error. There are 2^20
 * weights of 4 bytes and no bias, so what was never seen weighs exactly nothing. Lessons in the same order give the same
 * weights bit by bit, for a message's weights are always added up in the same order.
 */
public final class Learner {
    static final int BITS = 20;
    private static final float RATE = 0.004f;

    private final float[] weights;
    private long lessons;

    private Learner(Snapshot snapshot) {
        this.weights = snapshot.weights();
        this.lessons = snapshot.lessons();
    }

    /** A learner that was taught nothing: it has no opinion. */
    public static Learner untaught() {
        return new Learner(new Snapshot(0, new float[1 << BITS]));
    }

    /** A learner as it was saved. Throws UncheckedIOException when the file is missing, damaged or of another kind. */
    public static Learner load(Path file) {
        return new Learner(Snapshot.read(file));
    }

    /** Saves what was learned. The file is replaced as a whole or not at all. Throws UncheckedIOException. */
    public void save(Path file) {
        snapshot().write(file);
    }

    /** Log10 odds that the message is unwanted; 0 when untaught. */
    public double opinionOf(IncomingMessage message) {
        int[] grams = Grams.of(message.source(), BITS);
        return naturalLogOdds(grams) / Math.log(10);
    }

    /** One lesson, which the next opinion knows already. */
    public void teach(IncomingMessage message, boolean unwanted) {
        int[] grams = Grams.of(message.source(), BITS);
        learn(grams, unwanted ? 1 : 0);
    }

    /** How many lessons were taught. */
    public synchronized long lessons() {
        return lessons;
    }

    private synchronized Snapshot snapshot() {
        return new Snapshot(lessons, weights.clone());
    }

    private synchronized double naturalLogOdds(int[] grams) {
        double sum = 0;
        for (int gram : grams) {
            sum += weights[gram];
        }
        return sum;
    }

    private synchronized void learn(int[] grams, int truth) {
        // StrictMath: the same on every machine.
        double belief = 1 / (1 + StrictMath.exp(-naturalLogOdds(grams)));
        float step = (float) (RATE * (truth - belief));
        for (int gram : grams) {
            weights[gram] += step;
        }
        lessons++;
    }
}
