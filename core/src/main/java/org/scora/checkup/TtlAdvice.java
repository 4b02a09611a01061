package org.scora.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.dns.MailExchanger;

/**
 * When it is safe to change the MX records, and when the change has reached everybody: others remember them for their
 * time to live, and a set that was published is remembered for as long as it allowed, counted from its end.
 */
final class TtlAdvice {
    private static final Duration LOW = Duration.ofSeconds(300);
    private static final Duration LONGEST_USUAL = Duration.ofDays(2);

    private final MxHistory history;
    private final Clock clock;
    private final Times times;

    TtlAdvice(MxHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
        this.times = new Times(clock);
    }

    List<CheckUpFinding> on(String domain, MxView view, List<MailExchanger> ours) {
        if (view.exchangers().isEmpty()) {
            return List.of();
        }
        if (view.ttl().isEmpty()) {
            return List.of(Code.TTL_UNKNOWN.says(
                    "How long others remember the MX records can not be told: none of the domain's name servers"
                            + " answers this machine.",
                    "Look the TTL up in the zone; lower it to 300, and wait for as long as it was before you move."));
        }
        Duration ttl = view.ttl().get();
        history.saw(domain, view.text(), ttl, clock.instant());
        Optional<Instant> wait = rememberedUntil(domain).filter(end -> end.isAfter(clock.instant()));
        return ours.isEmpty()
                ? before(domain, ttl, wait)
                : after(ttl, wait, view.exchangers().size() == ours.size());
    }

    private List<CheckUpFinding> before(String domain, Duration ttl, Optional<Instant> wait) {
        if (ttl.compareTo(LOW) > 0) {
            return List.of(Code.TTL_HIGH
                    .says(
                            "Others may remember the MX records for " + Times.span(ttl) + " (TTL " + ttl.toSeconds()
                                    + ").",
                            "Lower the TTL to 300 now. Safe to move if that is done at once: from "
                                    + times.at(clock.instant().plus(ttl)) + " on.")
                    .lasting(clock.instant().plus(ttl)));
        }
        return List.of(wait.map(end -> Code.TTL_WAIT
                        .says(
                                "The TTL is " + ttl.toSeconds()
                                        + ", but some still remember the records with their former TTL.",
                                "Safe to move: wait until " + times.at(end) + ".")
                        .lasting(end))
                .orElseGet(() -> Code.TTL_LOW.says("The TTL is " + ttl.toSeconds() + ": safe to move"
                        + (isLongKnown(domain)
                                ? "."
                                : ", unless it was lowered before the first check-up, not long ago."))));
    }

    private boolean isLongKnown(String domain) {
        List<MxSighting> sightings = history.of(domain);
        return !sightings.isEmpty()
                && sightings
                        .get(sightings.size() - 1)
                        .firstSeen()
                        .isBefore(clock.instant().minus(LONGEST_USUAL));
    }

    private List<CheckUpFinding> after(Duration ttl, Optional<Instant> wait, boolean alone) {
        List<CheckUpFinding> findings = new ArrayList<>();
        wait.ifPresent(end -> findings.add(Code.CUT_OVER_WAIT
                .says(
                        "Some still remember the former MX records, and bring mail to the former server.",
                        "Leave that server running and open until " + times.at(end) + ".")
                .lasting(end)));
        if (wait.isEmpty() && alone && ttl.compareTo(LOW) <= 0) {
            findings.add(Code.TTL_RAISE.says(
                    "The TTL is " + ttl.toSeconds() + ", which was good for the move.",
                    "Put it back to an hour or more: 3600."));
        }
        return findings;
    }

    /**
     * Until when some may remember what was published before the present set. When exactly that ended is not known, but
     * the present set's first sighting came later.
     */
    Optional<Instant> rememberedUntil(String domain) {
        List<MxSighting> sightings = history.of(domain);
        Optional<Instant> end = Optional.empty();
        for (int i = 1; i < sightings.size(); i++) {
            Instant forgotten =
                    sightings.get(i - 1).firstSeen().plus(sightings.get(i).ttl());
            end = end.filter(other -> other.isAfter(forgotten)).or(() -> Optional.of(forgotten));
        }
        return end;
    }
}
