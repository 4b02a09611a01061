package org.scora.journal;

/** Where a message ended for one recipient, or where it is on its way. Later ones replace earlier ones. */
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
    FAILED
}
