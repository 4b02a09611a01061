package org.scora.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.incident.IncidentFacts.Measure;

/**
 * Notices when one finding decides an unusual part of what is held. That is how waves look too, so it is told and nothing
 * follows from it.
 */
final class BandWatch {
    private static final Duration WINDOW = FindingJudge.WINDOW;
    private static final Duration LEAST_HISTORY = Duration.ofDays(7);
    private static final int LEAST_DECIDED = 30;
    private static final int LEAST_IN_WINDOW = 50;
    private static final int LEAST_WINDOWS = 14;
    private static final double SIGMAS = 4;
    private static final double MARGIN = 0.1;
    private static final int MOST = 3;

    private final Counts counts;

    BandWatch(Counts counts) {
        this.counts = counts;
    }

    List<Suspicion> suspicions(Instant now) {
        Instant end = Counting.end(now);
        if (counts.oldest().filter(now.minus(LEAST_HISTORY)::isAfter).isEmpty()) {
            return List.of();
        }
        return counts.decidingFindings(end.minus(WINDOW), end).stream()
                .flatMap(finding -> judge(finding, end).stream())
                .limit(MOST)
                .toList();
    }

    private Optional<Suspicion> judge(String finding, Instant end) {
        Instant begin = end.minus(Counting.USUAL);
        Instant start = end.minus(WINDOW);
        Hours hours = new Hours(counts.mail(Counts.ALL, begin, end), counts.decided(finding, begin, end));
        Share share = decided(hours, start, end);
        List<Share> past =
                Hours.past(begin, start, WINDOW, LEAST_IN_WINDOW, (from, until) -> decided(hours, from, until));
        Band band = Band.of(past, MARGIN);
        boolean unusual = share.part() >= LEAST_DECIDED
                && share.whole() >= LEAST_IN_WINDOW
                && band.windows() >= LEAST_WINDOWS
                && band.isExceededBy(share, SIGMAS);
        return unusual
                ? Optional.of(new Suspicion(
                        Subject.finding(finding),
                        start,
                        finding
                                + " decides much more of what is held than usual, mostly about senders who are not known"
                                + " here: a wave of spam looks like this",
                        List.of(new Measure(
                                "of what is held, decided by this finding alone, in " + WINDOW.toHours() + " hours",
                                band.words(),
                                share.words()))))
                : Optional.empty();
    }

    private static Share decided(Hours hours, Instant from, Instant until) {
        long decided = hours.decided(from, until).messages();
        return new Share(decided, Math.max(decided, hours.mail(from, until).held()));
    }
}
