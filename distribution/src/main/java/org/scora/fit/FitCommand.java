package org.scora.fit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.scora.check.Check;
import org.scora.check.ShippedChecks;
import org.scora.check.learned.LearnedOpinion;
import org.scora.dns.NoDns;
import org.scora.learn.Learner;
import org.scora.learn.Opinion;
import org.scora.message.Authentication;
import org.scora.score.Finding;
import org.scora.score.Verdict;
import org.scora.score.WeighedFinding;
import org.scora.score.Weights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits weights and builds the seed model from labelled mail. */
@Command(
        name = "fit",
        description = {
            "Fit the weights of findings on labelled mail, and build the learner's seed model of it.",
            "LIST has one message a line: path, ham or spam, source, with tabs between them; a star behind a source"
                    + " leaves out its senders in parts instead of the source as a whole.",
            "Accuracy is told for mail that was left out: no message is judged by what was learned from its source."
        })
public final class FitCommand implements Callable<Integer> {
    private final PrintStream out = System.out;

    @Parameters(paramLabel = "LIST", description = "The labelled mail.")
    private Path list = Path.of("");

    @Option(names = "--without", paramLabel = "SOURCE", description = "Take nothing from this source, and judge it.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--weights", paramLabel = "FILE", description = "Write the fitted points to this file.")
    private Optional<Path> weightsFile = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE", description = "Write the seed model to this file.")
    private Optional<Path> modelFile = Optional.empty();

    @Override
    public Integer call() throws IOException {
        try {
            fit();
            return 0;
        } catch (FitException e) {
            System.err.println("scora fit: " + e.getMessage());
            return 1;
        }
    }

    private void fit() throws IOException {
        List<Sample> samples = read();
        List<Sample> used = samples.stream()
                .filter(sample -> !without.contains(sample.source()))
                .toList();
        Map<Sample, Opinion> opinions = new HashMap<>(Teaching.opinionsOnWhatWasLeftOut(used));
        Learner seed = Teaching.taught(used);
        samples.forEach(sample -> opinions.computeIfAbsent(sample, left -> seed.opinionOf(left.lesson())));
        Weights byHand = Weights.setByHand();
        show("The learner alone", samples, sample -> opinion(opinions, sample).logOdds());
        show(
                "Weights set by hand",
                samples,
                sample -> verdict(byHand, sample, opinions).score());
        Map<String, Double> points = fitted(byHand, used, opinions);
        Weights fitted = byHand.weighing(points);
        List<Accuracy.Scored> scored = show(
                "Fitted weights",
                samples,
                sample -> verdict(fitted, sample, opinions).score());
        out.println(Reliability.of(scored));
        if (weightsFile.isPresent()) {
            Files.writeString(weightsFile.get(), FittedFile.text(byHand, points, used));
        }
        modelFile.ifPresent(seed::saveAsSeed);
    }

    private List<Sample> read() {
        Learner learner = Learner.untaught();
        List<Check> checks = ShippedChecks.all(new NoDns(), learner, "localhost").stream()
                .filter(check -> !check.waits())
                .toList();
        List<LabelledMail> mails = LabelledMail.list(list);
        return mails.parallelStream()
                .map(mail -> Sample.of(mail, checks, learner))
                .toList();
    }

    private static Map<String, Double> fitted(Weights byHand, List<Sample> samples, Map<Sample, Opinion> opinions) {
        Map<String, Long> sizes =
                samples.stream().collect(Collectors.groupingBy(FitCommand::sourceAndLabel, Collectors.counting()));
        WeightFit fit = new WeightFit(byHand);
        for (Sample sample : samples) {
            List<Finding> findings = verdict(byHand, sample, opinions).findings().stream()
                    .map(WeighedFinding::finding)
                    .toList();
            // A large source says more than a small one, but not as much more as it is larger: its mails are alike.
            double size = sizes.getOrDefault(sourceAndLabel(sample), 1L);
            fit.add(findings, sample.unwanted(), Math.pow(size, -0.3));
        }
        return fit.points();
    }

    private static String sourceAndLabel(Sample sample) {
        return sample.source() + " " + sample.unwanted();
    }

    private static Verdict verdict(Weights weights, Sample sample, Map<Sample, Opinion> opinions) {
        List<Finding> findings = new ArrayList<>(sample.findings());
        findings.addAll(LearnedOpinion.findings(opinion(opinions, sample)));
        return weights.verdict(findings, List.of(), Authentication.none());
    }

    private static Opinion opinion(Map<Sample, Opinion> opinions, Sample sample) {
        return opinions.getOrDefault(sample, new Opinion(0, 0, List.of(), Opinion.Taught.NOTHING));
    }

    /** Shows the accuracy by source and over all, and returns what it was reckoned from. */
    private List<Accuracy.Scored> show(String title, List<Sample> samples, ToDoubleFunction<Sample> score) {
        Map<String, List<Accuracy.Scored>> bySource = samples.stream()
                .collect(Collectors.groupingBy(
                        Sample::source,
                        TreeMap::new,
                        Collectors.mapping(
                                sample -> new Accuracy.Scored(score.applyAsDouble(sample), sample.unwanted()),
                                Collectors.toList())));
        List<Accuracy.Scored> all =
                bySource.values().stream().flatMap(List::stream).toList();
        out.println();
        out.println(title + ", on mail that was left out");
        out.println(Accuracy.heading());
        bySource.forEach((source, its) -> out.println(new Accuracy(its).line(source)));
        out.println(new Accuracy(all).line("all"));
        return all;
    }
}
