package org.scora.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.incident.IncidentFacts.Deleted;
import org.scora.people.Actor;
import org.scora.quarantine.DamagedContent;
import org.scora.quarantine.HeldCopies;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldQuery;
import org.scora.quarantine.HeldQuery.Place;
import org.scora.quarantine.HeldState;
import org.scora.quarantine.MissingContent;
import org.scora.quarantine.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases what a broken finding held: what is held still, was held since the incident began, and passes now. It goes in
 * small batches with pauses, so that no server is flooded; it may be stopped anywhere and goes on, and releases nothing
 * twice.
 */
public final class Undoing {
    /** How many messages are looked at in one batch. */
    public static final int BATCH = 100;

    /** The pause between two batches. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(Undoing.class);
    private static final int MOST_SHOWN = 20;

    private final Incidents incidents;
    private final HeldCopies copies;
    private final Judging judging;
    private final Releases releases;
    private final Clock clock;

    public Undoing(Incidents incidents, HeldCopies copies, Judging judging, Releases releases, Clock clock) {
        this.incidents = incidents;
        this.copies = copies;
        this.judging = judging;
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * What an undoing would do.
     *
     * @param released messages that would be released
     * @param kept messages that would still be held, are taken for viruses, or can not be judged
     * @param newest some of those that would be released
     * @param deleted what was deleted because of the finding and would not be now; it can not be given back
     */
    public record Preview(long released, long kept, List<HeldMessage> newest, Optional<Deleted> deleted) {}

    /** Looks at everything and releases nothing. */
    public Preview preview(Incident incident) {
        checkUndoable(incident);
        long released = 0;
        long kept = 0;
        List<HeldMessage> newest = new ArrayList<>();
        Judging.Run run = judging.of(incident);
        List<HeldMessage> page = page(incident, clock.instant(), Optional.empty());
        while (!page.isEmpty()) {
            for (HeldMessage message : page) {
                boolean passes = !run.passingRecipients(message).isEmpty();
                released += passes ? 1 : 0;
                kept += passes ? 0 : 1;
                if (passes && newest.size() < MOST_SHOWN) {
                    newest.add(message);
                }
            }
            page = page(incident, clock.instant(), Optional.of(Place.of(page.get(page.size() - 1))));
        }
        return new Preview(released, kept, newest, run.deleted(incident.beganAt(), clock.instant()));
    }

    /**
     * Orders the undoing; one that is under way goes on as it is.
     *
     * @throws IllegalArgumentException with a text for people when there is nothing to be undone
     */
    public Undo order(Incident incident, String by) {
        checkUndoable(incident);
        Optional<Undo> underWay = incident.undo().filter(undo -> undo.endedAt().isEmpty());
        return underWay.orElseGet(() -> {
            Undo ordered = Undo.ordered(clock.instant(), by);
            incidents.undo(incident.id(), ordered);
            return ordered;
        });
    }

    private static void checkUndoable(Incident incident) {
        if (!incident.subject().isFinding()) {
            throw new IllegalArgumentException("incident " + incident.id()
                    + " is about the share of held mail, not about a finding: there is nothing to be undone");
        }
        if (incident.trustedUntil().isPresent()) {
            throw new IllegalArgumentException("incident " + incident.id() + " was closed since "
                    + incident.subject().words() + " is trusted: what it held is held rightly");
        }
    }

    /** Does a batch of each undoing that was ordered; returns how many messages it released. */
    public long run() {
        long released = 0;
        for (Incident incident : incidents.beingUndone()) {
            Undo before = incident.undo().orElseThrow();
            Undo after = batch(incident, before);
            incidents.undo(incident.id(), after);
            released += after.released() - before.released();
        }
        return released;
    }

    private Undo batch(Incident incident, Undo undo) {
        Judging.Run run = judging.of(incident);
        Optional<Place> last = undo.lastHeldAt().flatMap(at -> undo.lastKey().map(key -> new Place(at, key)));
        List<HeldMessage> page = page(incident, undo.orderedAt(), last);
        long released = 0;
        for (HeldMessage message : page) {
            released += release(incident, undo, message, run.passingRecipients(message)) ? 1 : 0;
        }
        Optional<HeldMessage> end = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
        Optional<Instant> ended = page.size() < BATCH ? Optional.of(clock.instant()) : Optional.empty();
        if (ended.isPresent()) {
            LOGGER.info("The undoing of incident {} has ended", incident.id());
        }
        return new Undo(
                undo.orderedAt(),
                undo.orderedBy(),
                end.map(HeldMessage::heldAt).or(undo::lastHeldAt),
                end.map(HeldMessage::key).or(undo::lastKey),
                undo.released() + released,
                undo.kept() + page.size() - released,
                ended);
    }

    private boolean release(Incident incident, Undo undo, HeldMessage message, List<String> recipients) {
        if (recipients.isEmpty()) {
            return false;
        }
        String reason = "undoing incident " + incident.id() + ": it was held because of "
                + incident.subject().name() + ", and passes without it; ordered by " + undo.orderedBy();
        try {
            Releases.Result result = releases.release(message, recipients, Actor.GATEWAY, reason);
            return result instanceof Releases.Result.Sent sent
                    && !sent.recipients().isEmpty();
        } catch (MissingContent | DamagedContent e) {
            LOGGER.error("{} can not be released: {}", message.receipt(), e.getMessage());
            return false;
        }
    }

    /** What is held with the finding since the incident began, the newest first. */
    private List<HeldMessage> page(Incident incident, Instant until, Optional<Place> after) {
        return copies.search(HeldQuery.builder()
                .finding(Optional.of(incident.subject().name()))
                .states(HeldState.HELD)
                .time(Optional.of(incident.beganAt()), Optional.of(until))
                .after(after)
                .limit(BATCH)
                .build());
    }
}
