package org.scora.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What is done with a message for one recipient, the mildest first. */
public enum Disposition {
    NORMAL("normal"),
    FLAG_SUBJECT("flagSubject"),
    QUARANTINE("quarantine"),
    DELETE("delete");

    private final String word;

    Disposition(String word) {
        this.word = word;
    }

    /** The word in configuration, headers and reports. */
    public String word() {
        return word;
    }

    /**
     * Reads {@link #word()} without regard to case.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Disposition parse(String text) {
        return Arrays.stream(values())
                .filter(disposition -> disposition.word.equalsIgnoreCase(text.trim()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of " + words()));
    }

    public static Collection<String> words() {
        return List.of(NORMAL.word, FLAG_SUBJECT.word, QUARANTINE.word, DELETE.word);
    }
}
