package org.scora.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.score.Advisory;

/** The store of incidents. Throws UncheckedIOException when it can not be reached. */
public interface Incidents {

    /** The findings that are advisory now; from memory, at most a second old. */
    List<Advisory> advisories();

    /**
     * Opens one.
     *
     * @return empty when one about the same is open
     */
    Optional<Incident> open(Subject subject, Instant beganAt, Instant now, boolean advisory, IncidentFacts facts);

    Optional<Incident> find(long id);

    /** The one about this that is open. */
    Optional<Incident> openAbout(Subject subject);

    /** The newest first. */
    List<Incident> list(boolean onlyOpen, int limit);

    /** When one about this was last closed, and until when its subject is trusted. */
    Optional<Closing> lastClosing(Subject subject);

    /** How one was closed. */
    record Closing(Instant at, Optional<Instant> trustedUntil) {}

    /**
     * Closes one; false when it is not open.
     *
     * @param trusted for how long its finding is not suspected again
     */
    boolean close(long id, Instant now, String by, Optional<Duration> trusted);

    /** Those of which nobody was told yet. */
    List<Incident> untold(int limit);

    /** Notes that those concerned were told. */
    void told(long id);

    /** Those whose undoing was ordered and has not ended. */
    List<Incident> beingUndone();

    /** Notes how far an undoing is. */
    void undo(long id, Undo state);
}
