package org.scora.people;

import java.time.Duration;

/**
 * Codes that were mailed to somebody, who proves by them to read the mailbox. Throws UncheckedIOException when the store
 * can not be reached.
 */
public interface Codes {
    /** For how long a code is good. */
    Duration VALID = Duration.ofMinutes(10);

    /** How often one may try. */
    int TRIES = 5;

    /** What came of a try. */
    sealed interface Tried {
        /** It is the code, which is used up now. */
        record Right() implements Tried {}

        /** It is not; so many tries are left. */
        record Wrong(int triesLeft) implements Tried {}

        /** There is no code that is still good. */
        record NoCode() implements Tried {}
    }

    /**
     * Makes a code of six digits; the one before is void.
     *
     * @param whose for whom, and at which browser
     */
    String issue(String whose);

    /** Tries a code. Each try counts, whoever else tries at the same time. */
    Tried attempt(String whose, String code);

    /** Forgets codes that are over; returns how many. */
    int forget();
}
