package org.scora.checkup;

/** How a finding of the check-up is to be taken. */
public enum Level {
    /** As it should be. */
    GOOD,
    /** Worth knowing; nothing has to be done. */
    NOTE,
    /** The next step on the way, or something to wait for. */
    STEP,
    /** It can not be told now. */
    UNKNOWN,
    /** Something is wrong: mail is lost, delayed, or goes around the gateway. */
    PROBLEM
}
