package org.scora.check.learned;

import java.util.List;
import java.util.function.Function;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.learn.Opinion;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does the message resemble the unwanted or the wanted mail that the learner was taught? */
public final class LearnedOpinion implements Check {
    static final String SPAM = "LEARNED_SPAM";
    static final String HAM = "LEARNED_HAM";

    // Less than this is no opinion: odds of 5 to 4.
    private static final double OPINION_AT_LEAST = 0.1;
    private static final double OPINION_AT_MOST = 6;

    private final Function<IncomingMessage, Opinion> opinionOf;

    /** @param opinionOf what the learner says of a message */
    public LearnedOpinion(Function<IncomingMessage, Opinion> opinionOf) {
        this.opinionOf = opinionOf;
    }

    @Override
    public String name() {
        return "learned";
    }

    @Override
    public List<String> findings() {
        return List.of(SPAM, HAM);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = findings(opinionOf.apply(message));
        return findings.isEmpty() ? CheckResult.notFound() : CheckResult.of(findings);
    }

    /** What an opinion amounts to as a finding; none for one that is hardly an opinion. */
    public static List<Finding> findings(Opinion opinion) {
        double strength = Math.min(OPINION_AT_MOST, Math.abs(opinion.logOdds()));
        if (!(strength >= OPINION_AT_LEAST)) {
            return List.of();
        }
        String evidence = String.join(", ", opinion.reasons());
        return List.of(new Finding(opinion.logOdds() > 0 ? SPAM : HAM, evidence, strength));
    }
}
