package org.scora.check.learned;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.learn.Opinion;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/**
 * Does the message resemble the unwanted or the wanted mail that the learner was taught? What this site taught itself is a
 * finding of its own beside that.
 */
public final class LearnedOpinion implements Check {
    static final String SPAM = "LEARNED_SPAM";
    static final String HAM = "LEARNED_HAM";
    static final String TAUGHT_SPAM = "TAUGHT_SPAM";
    static final String TAUGHT_HAM = "TAUGHT_HAM";

    // Less than this is no opinion: odds of 5 to 4.
    private static final double OPINION_AT_LEAST = 0.1;
    private static final double OPINION_AT_MOST = 6;
    // Of mail from others than the learner was taught: its opinion counts as it is.
    private static final double USUAL_FAMILIARITY = 0.8;
    private static final double POWER = 4;
    // The words of any mail are met in a few lessons. Of the mail of strangers a well taught site has met half.
    private static final double STRANGE_HERE = 0.4;
    private static final double FAMILIAR_HERE = 0.8;

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
        return List.of(SPAM, HAM, TAUGHT_SPAM, TAUGHT_HAM);
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

    /** How far this site's own lessons are to be believed: not at all about mail that is not like theirs. */
    private static double confidence(Opinion.Taught taught) {
        double familiar = (taught.familiarity() - STRANGE_HERE) / (FAMILIAR_HERE - STRANGE_HERE);
        return Math.max(0, Math.min(1, familiar));
    }

    /** What an opinion amounts to as findings; none for one that is hardly an opinion. */
    public static List<Finding> findings(Opinion opinion) {
        Opinion.Taught here = opinion.taughtHere();
        return Stream.of(
                        finding(SPAM, HAM, opinion.logOdds() * confidence(opinion), opinion.reasons()),
                        finding(TAUGHT_SPAM, TAUGHT_HAM, here.logOdds() * confidence(here), here.reasons()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> finding(String spam, String ham, double logOdds, List<String> reasons) {
        double strength = Math.min(OPINION_AT_MOST, Math.abs(logOdds));
        return strength >= OPINION_AT_LEAST
                ? Optional.of(new Finding(logOdds > 0 ? spam : ham, String.join(", ", reasons), strength))
                : Optional.empty();
    }
}
