package org.scora.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.incident.IncidentFacts.Example;
import org.scora.journal.Journal;
import org.scora.journal.Opinions;
import org.scora.people.Actor;
import org.scora.replay.Deciding;
import org.scora.score.WeightsInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few minutes whether the filter still does what it usually does. A finding that holds wanted mail becomes
 * advisory, one at a time, so that what the first one explains is not held against others; everything else that is out of
 * its band is only told.
 */
public final class Breaker {
    private static final Logger LOGGER = LoggerFactory.getLogger(Breaker.class);
    // More would rather be an attack on the filter, or a mistake of ours, than so many broken checks.
    private static final int MOST_ADVISORY = 3;
    private static final int LEAST_FAMILIAR_SENDERS = 5;
    private static final int LEAST_WANTED_EXAMPLES = 2;
    private static final int MOST_OPEN = 100;
    private static final Duration REPORTS_LAST = Duration.ofHours(6);
    private static final Duration CALM_AFTER_TRIP = Duration.ofHours(24);

    private final Store store;
    private final Deciding.Sources sources;
    private final WeightsInForce weights;
    private final BreakerMode mode;
    private final Clock clock;
    private final Counting counting;
    private final FindingWatch findings;
    private final ShareWatch shares;
    private final BandWatch bands;

    /** What it reads and writes. */
    public record Store(Journal journal, Opinions opinions, Counts counts, Incidents incidents) {}

    public Breaker(Store store, Deciding.Sources sources, WeightsInForce weights, BreakerMode mode, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.weights = weights;
        this.mode = mode;
        this.clock = clock;
        this.counting = new Counting(store.journal(), store.counts(), sources, weights);
        this.findings = new FindingWatch(
                store.counts(), store.incidents(), new WantedAfterAll(store.journal(), store.opinions()));
        this.shares = new ShareWatch(store.counts());
        this.bands = new BandWatch(store.counts());
    }

    /**
     * Looks once; returns the incidents that were opened.
     *
     * @throws java.io.UncheckedIOException when the store can not be reached
     */
    public List<Incident> check() {
        if (mode == BreakerMode.OFF) {
            return List.of();
        }
        Instant now = clock.instant();
        counting.upTo(now);
        List<Incident> open = store.incidents().list(true, MOST_OPEN);
        Set<Subject> seen = new HashSet<>();
        List<Incident> opened = new ArrayList<>();
        suspectFindings(now, open, seen).ifPresent(opened::add);
        List<Suspicion> unusual = shares.suspicions(now);
        if (unusual.isEmpty() && opened.isEmpty() && !isCalm(open, now)) {
            unusual = bands.suspicions(now).stream()
                    .filter(suspicion -> !wasClosedLately(suspicion.subject(), now))
                    .toList();
        }
        unusual.forEach(suspicion -> {
            seen.add(suspicion.subject());
            report(suspicion, now, open.size()).ifPresent(opened::add);
        });
        open.stream()
                .filter(incident -> !incident.advisory() && !seen.contains(incident.subject()))
                .filter(incident -> incident.openedAt().plus(REPORTS_LAST).isBefore(now))
                .forEach(over -> store.incidents().close(over.id(), now, Actor.GATEWAY.name(), Optional.empty()));
        return opened;
    }

    /** After a trip, what is left of the trouble in the numbers is no news. */
    private static boolean isCalm(List<Incident> open, Instant now) {
        return open.stream()
                .anyMatch(incident -> incident.advisory()
                        && incident.openedAt().plus(CALM_AFTER_TRIP).isAfter(now));
    }

    private boolean wasClosedLately(Subject subject, Instant now) {
        return store.incidents()
                .lastClosing(subject)
                .filter(closing -> closing.at().plus(CALM_AFTER_TRIP).isAfter(now))
                .isPresent();
    }

    private Optional<Incident> report(Suspicion suspicion, Instant now, int open) {
        if (open >= MOST_OPEN) {
            return Optional.empty();
        }
        Optional<Incident> opened = store.incidents()
                .open(
                        suspicion.subject(),
                        suspicion.since(),
                        now,
                        false,
                        new IncidentFacts(suspicion.sentence(), suspicion.measures(), Map.of(), List.of()));
        opened.ifPresent(incident -> LOGGER.warn("Incident {}: {}", incident.id(), suspicion.sentence()));
        return opened;
    }

    private Optional<Incident> suspectFindings(Instant now, List<Incident> open, Set<Subject> seen) {
        long advisory = open.stream().filter(Incident::advisory).count();
        boolean trips = mode == BreakerMode.ON && advisory < MOST_ADVISORY;
        DecidedBy decidedBy = new DecidedBy(sources.asNow(), weights.ofSite(), weights.get());
        for (FindingSuspicion suspicion : findings.suspicions(now, decidedBy, weights.ofSite())) {
            Subject subject = Subject.finding(suspicion.finding());
            seen.add(subject);
            Optional<Incident> known =
                    open.stream().filter(one -> one.subject().equals(subject)).findFirst();
            if (known.isEmpty() || trips && !known.get().advisory()) {
                Optional<Incident> opened = suspect(suspicion, known, trips, now, decidedBy);
                if (opened.isPresent()) {
                    return opened;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Incident> suspect(
            FindingSuspicion suspicion, Optional<Incident> known, boolean trips, Instant now, DecidedBy decidedBy) {
        Instant end = Counting.end(now);
        Instant window = end.minus(FindingJudge.WINDOW);
        Instant began = Since.when(store.counts().decided(suspicion.finding(), end.minus(Counting.USUAL), end), now)
                .or(suspicion::firstWanted)
                .orElse(window);
        Evidence evidence = new Evidence(suspicion.finding(), decidedBy, window);
        store.journal().replay(Optional.empty(), began.isBefore(window) ? began : window, end, evidence::add);
        List<Example> examples = evidence.examples(store.opinions().about(evidence.exampleReceipts()));
        boolean advisory = trips && isSure(suspicion, evidence, examples);
        if (!suspicion.released().met() && !isEnough(suspicion, evidence) || known.isPresent() && !advisory) {
            return Optional.empty();
        }
        known.ifPresent(report -> store.incidents().close(report.id(), now, Actor.GATEWAY.name(), Optional.empty()));
        IncidentFacts facts = new IncidentFacts(
                sentence(suspicion.finding(), advisory),
                suspicion.measures(),
                evidence.domains(),
                examples,
                evidence.deleted());
        Optional<Incident> opened =
                store.incidents().open(Subject.finding(suspicion.finding()), began, now, advisory, facts);
        opened.ifPresent(incident -> LOGGER.warn("Incident {}: {}", incident.id(), facts.sentence()));
        return opened;
    }

    /**
     * Who only sent some harmless messages is known too, and a spammer can do that. Then somebody has to have said that the
     * mail was wanted.
     */
    private static boolean isSure(FindingSuspicion suspicion, Evidence evidence, List<Example> examples) {
        long wanted = examples.stream().filter(Example::wanted).count();
        return suspicion.released().met()
                || 2 * evidence.fromWrittenTo() >= evidence.familiar()
                || wanted >= LEAST_WANTED_EXAMPLES;
    }

    /** The numbers of the hours also hold what another finding explains; the messages themselves tell. */
    private static boolean isEnough(FindingSuspicion suspicion, Evidence evidence) {
        Share left = new Share(
                evidence.familiar(),
                Math.max(evidence.familiar(), suspicion.familiar().share().whole()));
        return left.part() >= FindingJudge.LEAST_FAMILIAR
                && evidence.familiarSenders() >= LEAST_FAMILIAR_SENDERS
                && suspicion.familiar().band().isExceededBy(left, FindingJudge.SIGMAS_OF_FAMILIAR);
    }

    private static String sentence(String finding, boolean trips) {
        return trips
                ? finding + " holds mail that is wanted, so it is advisory from now on: it is shown and weighs nothing"
                : finding + " seems to hold mail that is wanted; it still counts";
    }
}
