package org.scora.check.learned;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does the message resemble the unwanted or the wanted mail that the learner was taught? */
public final class LearnedOpinion implements Check {
    static final String SPAM = "LEARNED_SPAM";
    static final String HAM = "LEARNED_HAM";

    // Less than this is no opinion: odds of 5 to 4.
    private static final double OPINION_AT_LEAST = 0.1;
    private static final double OPINION_AT_MOST = 6;

    private final ToDoubleFunction<IncomingMessage> opinionOf;

    /** @param opinionOf log10 odds that a message is unwanted, 0 when there is no opinion */
    public LearnedOpinion(ToDoubleFunction<IncomingMessage> opinionOf) {
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
        double opinion = opinionOf.applyAsDouble(message);
        double strength = Math.min(OPINION_AT_MOST, Math.abs(opinion));
        if (!(strength >= OPINION_AT_LEAST)) {
            return CheckResult.notFound();
        }
        String odds = String.format(Locale.ROOT, "by its words alone the odds are %.0f to 1", Math.pow(10, strength));
        return CheckResult.of(List.of(new Finding(opinion > 0 ? SPAM : HAM, odds, strength)));
    }
}
