package org.scora.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.incident.Counts.Mail;
import org.scora.incident.IncidentFacts.Measure;

/**
 * Notices when the share of held mail leaves its usual band, of all mail or of a domain's. It says so and changes nothing:
 * a wave of spam looks the same.
 */
final class ShareWatch {
    private static final Duration WINDOW = Duration.ofHours(3);
    private static final Duration WINDOW_OF_DOMAIN = Duration.ofHours(6);
    // Every day of the week has to have been seen.
    private static final Duration LEAST_HISTORY = Duration.ofDays(7);
    private static final int LEAST_WINDOWS = 14;
    private static final int LEAST_MESSAGES = 200;
    private static final int LEAST_OF_DOMAIN = 100;
    private static final double SIGMAS = 4;
    private static final double MARGIN = 0.05;
    private static final double MARGIN_OF_DOMAIN = 0.1;
    private static final int MOST_DOMAINS = 1000;
    private static final int MOST_AT_ONCE = 20;
    private static final int FINDINGS_NAMED = 5;

    private final Counts counts;

    ShareWatch(Counts counts) {
        this.counts = counts;
    }

    /** All mail, or else single domains: when all mail is out of its band, most domains are too. */
    List<Suspicion> suspicions(Instant now) {
        Instant oldest = counts.oldest().orElse(now);
        if (oldest.isAfter(now.minus(LEAST_HISTORY))) {
            return List.of();
        }
        Optional<Suspicion> all = judge(Counts.ALL, now, WINDOW, LEAST_MESSAGES, MARGIN);
        if (all.isPresent()) {
            return List.of(all.get());
        }
        Instant end = Counting.end(now);
        return counts.busyDomains(end.minus(WINDOW_OF_DOMAIN), end, LEAST_OF_DOMAIN, MOST_DOMAINS).stream()
                .flatMap(domain -> judge(domain, now, WINDOW_OF_DOMAIN, LEAST_OF_DOMAIN, MARGIN_OF_DOMAIN).stream())
                .limit(MOST_AT_ONCE)
                .toList();
    }

    private Optional<Suspicion> judge(String domain, Instant now, Duration window, int least, double margin) {
        Instant end = Counting.end(now);
        Instant begin = end.minus(Counting.USUAL);
        Instant start = end.minus(window);
        Hours hours = new Hours(counts.mail(domain, begin, end), Map.of());
        Share share = held(hours.mail(start, end));
        Band band = Band.of(
                Hours.past(begin, start, window, least / 4, (from, until) -> held(hours.mail(from, until))), margin);
        boolean more = band.isExceededBy(share, SIGMAS);
        boolean known = share.whole() >= least && band.windows() >= LEAST_WINDOWS;
        if (!known || !more && !band.isUndercutBy(share, SIGMAS)) {
            return Optional.empty();
        }
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("held in " + window.toHours() + " hours", band.words(), share.words()));
        if (domain.equals(Counts.ALL)) {
            measures.addAll(findings(begin, start, end, window));
        }
        return Optional.of(new Suspicion(Subject.share(domain), start, sentence(more, domain), measures));
    }

    private static String sentence(boolean more, String domain) {
        return (more ? "Much more" : "Much less") + " mail than usual is held"
                + (domain.isEmpty() ? "" : " for " + domain)
                + (more
                        ? "; a wave of spam looks like this, and a filter that went wrong too"
                        : "; a filter that does not work any more looks like this");
    }

    private static Share held(Mail mail) {
        return new Share(mail.held(), mail.messages());
    }

    /** The findings that decided most. */
    private List<Measure> findings(Instant begin, Instant start, Instant end, Duration window) {
        long windows = Math.max(1, Duration.between(begin, start).dividedBy(window));
        return counts.decidingFindings(start, end).stream()
                .map(name -> Map.entry(name, new Hours(Map.of(), counts.decided(name, begin, end))))
                .sorted(Comparator.comparing(
                        finding -> -finding.getValue().decided(start, end).messages()))
                .limit(FINDINGS_NAMED)
                .map(finding -> new Measure(
                        "decided by " + finding.getKey(),
                        "about " + finding.getValue().decided(begin, start).messages() / windows,
                        Long.toString(finding.getValue().decided(start, end).messages())))
                .toList();
    }
}
