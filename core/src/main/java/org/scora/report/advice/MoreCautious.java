package org.scora.report.advice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.report.contents.Accuracy.Held;
import org.scora.report.contents.Accuracy.Judgment;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Interval;
import org.scora.report.contents.ReleasedSender;

/**
 * More was wrongly held than was set, even at the lower bound: one step back. Senders who were released again and again are
 * left out of account, since an allow entry helps better against them.
 */
final class MoreCautious implements Adviser {

    @Override
    public Optional<Advice> advise(Contents contents) {
        return contents.domain()
                .flatMap(domain -> contents.accuracy().held().stream()
                        .filter(held -> without(held, often(contents)).judgment() == Judgment.WORSE)
                        .findFirst()
                        .flatMap(held -> Steps.moreCautious(held.threshold().orElse(0))
                                .map(step -> advice(domain, held, step))));
    }

    private static long often(Contents contents) {
        return contents.tables().releasedSenders().stream()
                .filter(sender -> sender.times() >= AllowSender.OFTEN)
                .mapToLong(ReleasedSender::times)
                .sum();
    }

    private static Held without(Held held, long hits) {
        return new Held(
                held.category(),
                new Interval(
                        Math.max(0, held.wrong().hits() - hits), held.wrong().all()),
                held.threshold());
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
                        Math.round(1 / held.set().orElse(0.5) - 1)),
                Optional.of("scora domain set " + domain + " " + setting + " '" + step + "'"));
    }
}
