package org.scora.quarantine;

/** Looks for viruses in a message that is about to be released. */
@FunctionalInterface
public interface VirusScan {
    /** What came of it. */
    sealed interface Answer {
        /** Nothing was found, or there is nothing that could look. */
        record Clean() implements Answer {}

        /** @param name of what was found, with who says so, such as {@code clamav calls it Eicar} */
        record Infected(String name) implements Answer {}

        /** A scanner without which no mail passes did not answer. */
        record Unanswered(String reason) implements Answer {}
    }

    /** @param message as it came */
    Answer scan(byte[] message);
}
