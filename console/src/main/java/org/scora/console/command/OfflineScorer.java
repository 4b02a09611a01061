package org.scora.console.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scora.check.Scorer;
import org.scora.check.ShippedChecks;
import org.scora.dns.Dns;
import org.scora.learn.Learner;
import org.scora.message.IncomingMessage;
import org.scora.score.Explanation;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/** Scores with what Scora comes with, without a server. */
final class OfflineScorer {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String GATEWAY = "localhost";

    private final Weights weights = Weights.shipped();
    private final Scorer scorer;

    private OfflineScorer(Dns dns, Learner learner) {
        this.scorer = new Scorer(ShippedChecks.all(dns, learner, GATEWAY), weights, DEADLINE);
    }

    /** @param model a file that {@code scora learn} made; empty for what Scora comes with */
    static OfflineScorer of(Dns dns, Optional<Path> model) {
        return new OfflineScorer(dns, model.map(ModelFile::load).orElseGet(ModelFile::shipped));
    }

    Verdict score(IncomingMessage message) {
        return scorer.score(message);
    }

    List<String> explain(Verdict verdict) {
        return new Explanation(weights).of(verdict);
    }
}
