package org.scora.quarantine;

/** Where a held message stands for one of its recipients. */
public enum HeldState {
    HELD,
    /** It is being released: somebody asked for it, and it may not be in the queue yet. */
    RELEASING,
    RELEASED,
    DELETED,
    /** Its time was over, or its domain had too much in quarantine. */
    EXPIRED;

    /** Whether the content is still needed. */
    public boolean keepsContent() {
        return this == HELD || this == RELEASING || this == RELEASED;
    }
}
