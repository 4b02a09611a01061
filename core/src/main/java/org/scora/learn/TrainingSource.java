package org.scora.learn;

/**
 * Who or what taught a lesson.
 *
 * @param kind how it came about
 * @param name whose it is, such as an address or a name that an operator gave; what is taken back is named by it
 */
public record TrainingSource(Kind kind, String name) {

    /** How lessons come about. */
    public enum Kind {
        /** The operator's {@code scora learn}. */
        COMMAND,
        /** A message that was released from quarantine. */
        RELEASE,
        /** A person who said what a message is. */
        PERSON,
        /** A complaint that came by mail. */
        REPORT
    }

    /** Whether its influence is not capped: what an operator does himself. */
    boolean trusted() {
        return kind == Kind.COMMAND;
    }
}
