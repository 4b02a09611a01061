package org.scora.checkup;

/** How far a domain has come in. */
public enum Stage {
    /** Something here, or at its own servers, is not as it has to be before mail may come. */
    PREPARING,
    /** Mail does not come here yet, and may. */
    READY,
    /** The MX records are being changed, or some still remember the former ones. */
    MOVING,
    /** All mail comes here. */
    COMPLETE
}
