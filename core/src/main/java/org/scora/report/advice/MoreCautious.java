package org.scora.report.advice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.report.contents.Accuracy.Held;
import org.scora.report.contents.Accuracy.Judgment;
import org.scora.report.contents.Contents;

/** More was wrongly held than was set, even at the lower bound: one step back. */
final class MoreCautious implements Adviser {

    @Override
    public Optional<Advice> advise(Contents contents) {
        return contents.domain()
                .flatMap(domain -> contents.accuracy().held().stream()
                        .filter(held -> held.judgment() == Judgment.WORSE
                                && held.wrong().hits() > 1)
                        .findFirst()
                        .flatMap(held -> Steps.moreCautious(held.threshold().orElse(0))
                                .map(step -> advice(domain, held, step))));
    }

    private static Advice advice(String domain, Held held, String step) {
        String setting = held.category().name().toLowerCase(Locale.ROOT) + "Quarantine";
        return new Advice(
                "more-cautious",
                List.of(
                        setting,
                        step,
                        held.wrong().hits(),
                        held.wrong().all(),
                        Math.round(1 / held.set().orElse(1.0))),
                Optional.of("scora domain set " + domain + " " + setting + " '" + step + "'"));
    }
}
