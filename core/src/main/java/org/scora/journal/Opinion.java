package org.scora.journal;

import java.time.Instant;

/**
 * What somebody made of one copy of a message.
 *
 * @param recipient in lower case
 * @param by the account
 */
public record Opinion(String receipt, String recipient, Kind kind, Instant at, String by) {

    /** What was said. */
    public enum Kind {
        /** It was released from quarantine. */
        RELEASED,
        /** Its sender was put on the allowlist. */
        ALLOWED,
        /** The filter was taught that it is wanted. */
        WANTED,
        /** The filter was taught that it is unwanted. */
        UNWANTED;

        /** Whether it says that the message should not have been held. */
        public boolean speaksForIt() {
            return this != UNWANTED;
        }
    }
}
