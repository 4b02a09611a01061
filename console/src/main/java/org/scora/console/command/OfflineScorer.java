package org.scora.console.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.Scorer;
import org.scora.check.ShippedChecks;
import org.scora.check.own.OwnFindings;
import org.scora.dns.Dns;
import org.scora.learn.Learner;
import org.scora.message.IncomingMessage;
import org.scora.policy.Sensitivity;
import org.scora.score.Counterfactual;
import org.scora.score.Explanation;
import org.scora.score.GroupSum;
import org.scora.score.SiteFindings;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/** Scores with what Scora comes with and what the configuration says of findings, without a server. */
final class OfflineScorer {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String GATEWAY = "localhost";

    private final Weights weights;
    private final Scorer scorer;

    /** A file's verdict, for a program. */
    record Scored(
            String file, double certainty, Verdict verdict, List<GroupPoints> groups, Counterfactual counterfactual) {}

    /** What a group of findings adds up to, before and after its caps. */
    record GroupPoints(String group, double sum, double counted) {
        static GroupPoints of(GroupSum sum) {
            return new GroupPoints(sum.group().name(), sum.sum(), sum.counted());
        }
    }

    private OfflineScorer(Dns dns, Learner learner, SiteFindings findings) {
        List<Check> checks = new ArrayList<>(ShippedChecks.all(dns, learner, GATEWAY));
        checks.add(new OwnFindings(() -> findings));
        this.weights = findings.weights();
        this.scorer = new Scorer(checks, weights, DEADLINE);
    }

    /**
     * With the weights and the findings of a home.
     *
     * @param model a file that {@code scora learn} made; empty for what Scora comes with
     */
    static OfflineScorer of(Path home, Dns dns, Optional<Path> model) {
        return new OfflineScorer(
                dns,
                model.map(ModelFile::load).orElseGet(Learner::shipped),
                SiteFindings.read(home.resolve("conf").resolve(SiteFindings.FILE)));
    }

    Verdict score(IncomingMessage message) {
        return scorer.score(message);
    }

    /** The verdict on a file's message, with what would have taken it across the sensitivity's threshold. */
    Scored score(String file, IncomingMessage message, Sensitivity sensitivity) {
        Verdict verdict = score(message);
        return new Scored(
                file,
                verdict.certainty(),
                verdict,
                weights.sums(verdict.findings()).stream().map(GroupPoints::of).toList(),
                Counterfactual.of(weights, verdict, sensitivity.score()));
    }

    List<String> explain(Verdict verdict, Sensitivity sensitivity) {
        return new Explanation(weights).of(verdict, sensitivity.score());
    }
}
