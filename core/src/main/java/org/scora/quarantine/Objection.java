package org.scora.quarantine;

/** Why something is not done with a held message, for those who say it in another language. */
public enum Objection {
    /** The administrators release it; that can be requested. */
    ON_REQUEST,
    /** A reason has to be given. */
    REASON_NEEDED,
    /** The settings do not let the one who asks. */
    NOT_ALLOWED,
    LEGAL_HOLD,
    /** It was scanned again, and a virus was found. */
    VIRUS,
    /** It could not be scanned now. */
    NOT_SCANNED
}
