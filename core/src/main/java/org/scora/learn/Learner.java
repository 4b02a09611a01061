package org.scora.learn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.scora.dns.PublicSuffixes;
import org.scora.message.IncomingMessage;

/**
 * The statistical learner: says how much a message resembles unwanted mail that it was taught. Thread-safe.
 *
 * <p>It is a logistic regression for each {@link View} of a message, trained online; they share 2^21 weights of 4 bytes. The
 * natural log odds of a view are the sum of its features' weights; a lesson moves each of them by a rate times the view's
 * error, the less the more it was moved before (Duchi, Hazan and Singer, Adaptive Subgradient Methods, JMLR 2011), and
 * moves nothing when the view is almost sure already (train on or near error: Sculley and Wachman, SIGIR 2007). There is no bias, so what was never seen weighs exactly
 * nothing. Lessons in the same order give the same weights bit by bit, for a message's weights are always added up in
 * the same order.
 *
 * <p>It comes with a seed, and knows of each weight how far it was moved since, so that what was taught here can be told
 * apart: of mail like it, that is worth more than what is known of the mail of others.
 */
public final class Learner {
    static final int BITS = 21;

    private static final String SEED = "seed.model";
    private static final double RATE = 0.02;
    // An error below this teaches nothing new: it would only drive up the weights of what is known.
    private static final double SURE_ENOUGH = 0.05;
    private static final double WORTH_REASONS = 0.5;
    private static final int REASONS = 5;

    private final PublicSuffixes suffixes = PublicSuffixes.bundled();
    private final float[] weights;
    // Of each weight, the sum of the squared errors that moved it.
    private final float[] squares;
    // The weights before anything was taught here, in addition to what the learner came with.
    private final float[] seed;
    private long lessons;

    private Learner(Snapshot snapshot) {
        this.weights = snapshot.weights();
        this.squares = snapshot.squares();
        this.seed = snapshot.seed();
        this.lessons = snapshot.lessons();
    }

    /** A learner that was taught nothing: it has no opinion. */
    public static Learner untaught() {
        return new Learner(new Snapshot(0, new float[1 << BITS], new float[1 << BITS], new float[1 << BITS]));
    }

    /** A learner as it was saved. Throws UncheckedIOException when the file is missing, damaged or of another kind. */
    public static Learner load(Path file) {
        return new Learner(Snapshot.read(file));
    }

    /** The learner that Scora comes with: it was taught public mail, and goes on from there. */
    public static Learner shipped() {
        try (InputStream seed = Objects.requireNonNull(Learner.class.getResourceAsStream(SEED), SEED)) {
            return new Learner(Snapshot.read(seed, SEED).asSeed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves what was learned. The file is replaced as a whole or not at all. Throws UncheckedIOException. */
    public void save(Path file) {
        snapshot().write(file);
    }

    /**
     * Saves what was learned as something to start from: weights are rounded, and small ones left out, which changes
     * opinions by next to nothing and makes the file a third as large.
     */
    public void saveAsSeed(Path file) {
        snapshot().rounded().write(file);
    }

    /** The same, of which nothing was taught here: all that it knows is what it comes with, and its lessons are counted anew. */
    public Learner asSeed() {
        return new Learner(snapshot().asSeed());
    }

    /** What it thinks of a message; no opinion when untaught. */
    public Opinion opinionOf(IncomingMessage message) {
        List<Trait> traits = new ArrayList<>();
        Opinion opinion = opinionOf(viewsOf(message, traits::add));
        return opinion.because(
                reasons(traits, opinion.logOdds(), feature -> weights[feature]),
                reasons(traits, opinion.taughtHere().logOdds(), this::taughtHere));
    }

    /** What it thinks of a message that was made ready to be taught, without reasons. */
    public Opinion opinionOf(Lesson lesson) {
        return opinionOf(lesson.views());
    }

    /** One lesson, which the next opinion knows already. */
    public void teach(IncomingMessage message, boolean unwanted) {
        teach(lesson(message, unwanted));
    }

    /** What {@link #teach(Lesson)} takes: for whoever teaches a set of messages several times over. */
    public Lesson lesson(IncomingMessage message, boolean unwanted) {
        return new Lesson(viewsOf(message, trait -> {}), unwanted);
    }

    /** One lesson, which the next opinion knows already. */
    public synchronized void teach(Lesson lesson) {
        lessons++;
        for (int[] view : lesson.views()) {
            teach(view, lesson.unwanted());
        }
    }

    private void teach(int[] view, boolean unwanted) {
        // StrictMath: the same on every machine.
        double belief = 1 / (1 + StrictMath.exp(-naturalLogOdds(view)));
        double error = (unwanted ? 1 : 0) - belief;
        if (Math.abs(error) < SURE_ENOUGH) {
            return;
        }
        for (int feature : view) {
            squares[feature] += (float) (error * error);
            weights[feature] += (float) (RATE * error / Math.sqrt(1 + squares[feature]));
        }
    }

    /** How many lessons were taught. */
    public synchronized long lessons() {
        return lessons;
    }

    /** The same for learners that come from the same seed, and hardly ever for others. */
    int seedFingerprint() {
        return Arrays.hashCode(seed);
    }

    private synchronized List<String> reasons(List<Trait> traits, double logOdds, IntToDoubleFunction weightOf) {
        if (Math.abs(logOdds) < WORTH_REASONS) {
            return List.of();
        }
        boolean unwanted = logOdds > 0;
        List<Reason> reasons = new ArrayList<>();
        for (Trait trait : traits) {
            Reason.of(trait.kind(), trait.text(), weightOf.applyAsDouble(trait.feature()), unwanted)
                    .ifPresent(reasons::add);
        }
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::strength).reversed())
                .map(Reason::text)
                .distinct()
                .limit(REASONS)
                .toList();
    }

    /** Something that a person can read, and the number that stands for it. */
    private record Trait(Traits.Kind kind, String text, int feature) {}

    private List<int[]> viewsOf(IncomingMessage message, Consumer<Trait> seen) {
        FeatureSet features = new FeatureSet();
        Grams.collect(message.source(), features);
        int[] grams = features.take();
        Traits.collect(message, suffixes, (kind, text) -> {
            int feature = Hash.feature(kind.name(), text);
            features.add(feature);
            seen.accept(new Trait(kind, text, feature));
        });
        int[] traits = features.take();
        Structure.collect(message, features);
        return List.of(grams, traits, features.take());
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(lessons, weights.clone(), squares.clone(), seed);
    }

    private synchronized Opinion opinionOf(List<int[]> views) {
        double sum = 0;
        int features = 0;
        int known = 0;
        for (View view : View.values()) {
            int[] seen = views.get(view.ordinal());
            sum += view.share() * naturalLogOdds(seen);
            features += seen.length;
            known += known(seen);
        }
        return new Opinion(sum / Math.log(10), share(known, features), List.of(), taughtHere(views));
    }

    // The view of the structure is left out: it is of the kind of sender rather than of this site's mail.
    private Opinion.Taught taughtHere(List<int[]> views) {
        double sum = 0;
        int features = 0;
        int moved = 0;
        for (int[] view : lessons == 0 ? List.<int[]>of() : views.subList(0, View.STRUCTURE.ordinal())) {
            for (int feature : view) {
                double taught = taughtHere(feature);
                sum += taught;
                moved += taught == 0 ? 0 : 1;
            }
            features += view.length;
        }
        return new Opinion.Taught(sum / Math.log(10), share(moved, features), List.of());
    }

    private double taughtHere(int feature) {
        return weights[feature] - seed[feature];
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private int known(int[] features) {
        int known = 0;
        for (int feature : features) {
            known += weights[feature] == 0 ? 0 : 1;
        }
        return known;
    }

    private double naturalLogOdds(int[] features) {
        double sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return sum;
    }
}
