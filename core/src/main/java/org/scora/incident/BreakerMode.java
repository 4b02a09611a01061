package org.scora.incident;

import java.util.Arrays;
import java.util.Locale;

/** What is done when something is out of its usual band. */
public enum BreakerMode {
    /** It is told, and a finding that holds wanted mail becomes advisory. */
    ON,
    /** It is told. */
    REPORT_ONLY,
    /** Nothing; nothing is counted either. */
    OFF;

    /**
     * Reads the setting's words.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static BreakerMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no mode of the breaker"));
    }

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
