package org.scora.report.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.scora.journal.Totals;
import org.scora.journal.Totals.Hour;
import org.scora.replay.Change;
import org.scora.replay.Trial;
import org.scora.report.contents.Accuracy.Held;
import org.scora.report.contents.Contents;
import org.scora.score.Category;

/**
 * Spam could be held from the next step on: nobody took back a held message, and by replay the step would have held mail that people
 * reported as spam. Mail of the last 30 days is decided again for that, so it is only done where there is not too much.
 */
final class Bolder implements Adviser {
    private static final String SETTING = "spamQuarantine";
    private static final int DAYS = 30;
    private static final long MOST_COPIES = 50_000;
    private static final long LEAST_HELD = 100;

    private final Totals totals;
    private final Replay replay;

    /** What would have become of the mail of the last days. */
    interface Replay {
        Trial run(String domain, int days, Change change);
    }

    Bolder(Totals totals, Replay replay) {
        this.totals = totals;
        this.replay = replay;
    }

    @Override
    public Optional<Advice> advise(Contents contents) {
        return contents.domain()
                .filter(domain -> hasReason(contents) && isQuick(domain, contents.madeAt()))
                .flatMap(domain -> threshold(contents).stream()
                        .mapToObj(Steps::bolder)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .flatMap(step -> tried(domain, step)));
    }

    private static boolean hasReason(Contents contents) {
        return contents.accuracy().heldInAll().hits() == 0
                && contents.accuracy().heldInAll().all() >= LEAST_HELD
                && contents.accuracy().missed().hits() > 0;
    }

    private static OptionalDouble threshold(Contents contents) {
        return contents.accuracy().held().stream()
                .filter(held -> held.category() == Category.SPAM)
                .map(Held::threshold)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private boolean isQuick(String domain, Instant now) {
        Totals.Scope month = new Totals.Scope(Optional.of(domain), now.minus(Duration.ofDays(DAYS)), now);
        return totals.hours(month).stream().mapToLong(Hour::copies).sum() <= MOST_COPIES;
    }

    private Optional<Advice> tried(String domain, String step) {
        Trial.Moved held = replay.run(
                        domain, DAYS, new Change(Map.of(SETTING, step), Map.of(), Set.of(), List.of(), List.of()))
                .newlyHeld();
        boolean right = held.confirmed() > 0 && 2 * held.confirmed() >= held.total();
        return right
                ? Optional.of(new Advice(
                        "bolder",
                        List.of(SETTING, step, held.total(), held.confirmed()),
                        Optional.of("scora domain set " + domain + " " + SETTING + " '" + step + "'")))
                : Optional.empty();
    }
}
