package org.scora.demo;

import java.nio.file.Path;

/**
 * A mail of the demonstration.
 *
 * @param sender the reverse-path; empty for the null sender
 * @param smtpCode what the gateway has to answer
 * @param end where the mail has to end
 */
public record Fixture(Path file, String sender, String recipient, int smtpCode, End end) {

    /** Where a mail ends. */
    public enum End {
        DELIVERED,
        FLAGGED,
        HELD,
        DELETED,
        REFUSED
    }

    /** The file's name without its ending. */
    public String name() {
        return String.valueOf(file.getFileName()).replaceFirst("\\.eml$", "");
    }
}
