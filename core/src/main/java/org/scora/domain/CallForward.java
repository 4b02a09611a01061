package org.scora.domain;

/**
 * Asks a domain's own server whether it takes mail for a mailbox: RCPT without a message. Answers within a bounded time,
 * and never throws. Thread-safe.
 */
public interface CallForward {

    /** What the server says. */
    enum Answer {
        TAKES,
        REFUSES,
        /** It can not be reached, is slow, or puts off. */
        UNKNOWN
    }

    /** Asks about one mailbox. */
    Answer ask(ProtectedDomain domain, String localPart);
}
