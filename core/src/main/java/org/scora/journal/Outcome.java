package org.scora.journal;

import java.util.Arrays;
import java.util.List;

/**
 * Where a message ended for one recipient, or where it is on its way. News may come late or twice, since a message is
 * worked on again after a crash: {@link #replaces} says which news counts.
 */
public enum Outcome {
    /** In the queue to the domain's own server. */
    QUEUED,
    /** Taken by the domain's own server. */
    DELIVERED,
    /** In quarantine. */
    HELD,
    /** Released from quarantine, and in the queue to the domain's own server. */
    RELEASED,
    /** Deleted by a stated policy. */
    DELETED,
    /** Given up: a DSN was sent to the sender, where there is one. */
    RETURNED,
    /** Could not be worked on; kept in the error repository. */
    FAILED,
    /** Refused or put off before it was taken, so that the sender still has it. */
    REFUSED;

    /**
     * Whether this is news for a line that stands at an earlier outcome. What was delivered stays so; what was given up
     * may have arrived by another copy; what was released was held before, and not the other way round.
     */
    public boolean replaces(Outcome earlier) {
        return switch (earlier) {
            case QUEUED, HELD, DELETED, FAILED -> true;
            case RELEASED -> this != QUEUED && this != HELD && this != DELETED;
            case RETURNED -> this == RETURNED || this == DELIVERED;
            case DELIVERED -> this == DELIVERED;
            case REFUSED -> this == REFUSED;
        };
    }

    /** All outcomes that this one {@link #replaces}. */
    public List<Outcome> replaceable() {
        return Arrays.stream(values()).filter(this::replaces).toList();
    }
}
