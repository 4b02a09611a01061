package org.scora.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.scora.incident.FindingSuspicion.Criterion;
import org.scora.incident.WantedAfterAll.Wanted;

/**
 * Judges one finding by its numbers.
 *
 * @param wanted held copies that it had decided, and that somebody wanted
 * @param closed when an incident about it was last closed: what was before is not held against it again
 */
record FindingJudge(Hours hours, List<Wanted> wanted, Instant closed, Instant now) {
    /** In which time mail of known senders is counted. */
    static final Duration WINDOW = Duration.ofHours(6);

    /** In which time releases are counted. */
    static final Duration RELEASES = Duration.ofHours(48);

    /** From so many sender's domains the evidence has to come: one newsletter that is wanted breaks no finding. */
    static final int LEAST_SENDERS = 3;

    static final int LEAST_FAMILIAR = 10;
    static final double SIGMAS_OF_FAMILIAR = 4;
    private static final Duration LEAST_HISTORY = Duration.ofDays(3);
    private static final int LEAST_WANTED = 5;
    private static final int LEAST_RECIPIENTS = 3;
    private static final double SIGMAS_OF_RELEASES = 3;
    private static final int LEAST_IN_WINDOW = 20;
    // Twenty times the one in a thousand that the sensitivity "normal" promises.
    private static final double MARGIN = 0.02;

    /** Does it decide against senders who are known here? */
    Criterion familiar(Optional<Instant> oldest) {
        Instant end = Counting.end(now);
        Share share = familiar(since(WINDOW), end);
        Band band = Band.of(past(WINDOW, this::familiar), MARGIN);
        boolean met = share.part() >= LEAST_FAMILIAR
                && band.isExceededBy(share, SIGMAS_OF_FAMILIAR)
                && oldest.filter(now.minus(LEAST_HISTORY)::isAfter).isPresent();
        return new Criterion(met, share, band);
    }

    private Share familiar(Instant from, Instant until) {
        long decided = hours.decided(from, until).familiar();
        return new Share(decided, Math.max(decided, hours.mail(from, until).familiar()));
    }

    /** Do people release what it decided to hold? */
    Criterion released() {
        Instant since = since(RELEASES);
        Share share = released(since, Counting.end(now));
        Band band = Band.of(past(RELEASES, this::released), MARGIN);
        List<Wanted> recent = wantedBetween(since, Counting.end(now));
        boolean met = share.part() >= LEAST_WANTED
                && distinct(recent, copy -> copy.line().recipient()) >= LEAST_RECIPIENTS
                && distinct(recent, copy -> Senders.domainOf(copy.line())) >= LEAST_SENDERS
                && band.isExceededBy(share, SIGMAS_OF_RELEASES);
        return new Criterion(met, share, band);
    }

    /** When the first message came that people released lately. */
    Optional<Instant> firstWanted() {
        return wantedBetween(since(RELEASES), Counting.end(now)).stream()
                .map(Wanted::receivedAt)
                .min(Comparator.naturalOrder());
    }

    private Share released(Instant from, Instant until) {
        long released = distinct(wantedBetween(from, until), copy -> copy.line().receipt());
        return new Share(released, Math.max(released, hours.decided(from, until).messages()));
    }

    private List<Wanted> wantedBetween(Instant from, Instant until) {
        return wanted.stream()
                .filter(copy ->
                        !copy.receivedAt().isBefore(from) && copy.receivedAt().isBefore(until))
                .toList();
    }

    private interface Part {
        String of(Wanted copy);
    }

    private static long distinct(List<Wanted> copies, Part part) {
        Set<String> parts = new HashSet<>();
        copies.forEach(copy -> parts.add(part.of(copy)));
        return parts.size();
    }

    private Instant since(Duration window) {
        Instant start = Counting.end(now).minus(window);
        return start.isAfter(closed) ? start : closed;
    }

    private List<Share> past(Duration window, BiFunction<Instant, Instant, Share> share) {
        Instant end = Counting.end(now);
        return Hours.past(end.minus(Counting.USUAL), end.minus(window), window, LEAST_IN_WINDOW, share);
    }
}
