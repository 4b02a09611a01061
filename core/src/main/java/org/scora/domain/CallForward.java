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
        /** It puts off, or refuses for a reason that is not the mailbox. */
        UNKNOWN,
        /** It can not be reached, or is too slow. */
        UNREACHABLE
    }

    /** Asks about one mailbox. */
    Answer ask(ProtectedDomain domain, String localPart);
}
