package org.scora.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.scora.incident.Counts.Decided;

/** Since when a finding has decided more than it usually does. */
final class Since {
    private static final Duration FARTHEST = Duration.ofDays(3);
    private static final Duration HOUR = Duration.ofHours(1);
    // A night without much mail does not end it.
    private static final int QUIET_HOURS = 12;
    private static final double MOST = 0.98;

    private Since() {}

    /**
     * Goes back hour by hour as long as there is more than usual; empty when there is not.
     *
     * @param hours what the finding decided in the last weeks
     */
    static Optional<Instant> when(Map<Instant, Decided> hours, Instant now) {
        Instant last = Counting.hour(now);
        long usual = usual(hours, last.minus(FARTHEST));
        Optional<Instant> began = Optional.empty();
        int quiet = 0;
        for (Instant hour = last; quiet < QUIET_HOURS && hour.isAfter(last.minus(FARTHEST)); hour = hour.minus(HOUR)) {
            boolean more = hours.getOrDefault(hour, Decided.NONE).messages() > usual;
            began = more ? Optional.of(hour) : began;
            quiet = more ? 0 : quiet + 1;
        }
        return began;
    }

    /** What it decides in nearly all hours before, at most. */
    private static long usual(Map<Instant, Decided> hours, Instant until) {
        long window = Counting.USUAL.minus(FARTHEST).toHours();
        List<Long> sorted = LongStream.rangeClosed(1, window)
                .mapToObj(back -> hours.getOrDefault(until.minus(HOUR.multipliedBy(back)), Decided.NONE)
                        .messages())
                .sorted()
                .toList();
        return sorted.get((int) (MOST * (sorted.size() - 1)));
    }
}
