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
    // Of mail from others than the learner was taught: its opinion counts as it is.
    private static final double USUAL_FAMILIARITY = 0.8;
    private static final double POWER = 4;

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

    /**
     * How far an opinion is to be believed. Of mail from strangers the learner has met three features in four, many of
     * them by chance, of mail such as it was taught nine in ten; and it is right about the latter far more often.
     */
    private static double confidence(Opinion opinion) {
        return Math.pow(opinion.familiarity() / USUAL_FAMILIARITY, POWER);
    }

    /** What an opinion amounts to as a finding; none for one that is hardly an opinion. */
    public static List<Finding> findings(Opinion opinion) {
        double strength = Math.min(OPINION_AT_MOST, Math.abs(opinion.logOdds()) * confidence(opinion));
        if (!(strength >= OPINION_AT_LEAST)) {
            return List.of();
        }
        String evidence = String.join(", ", opinion.reasons());
        return List.of(new Finding(opinion.logOdds() > 0 ? SPAM : HAM, evidence, strength));
    }
}
