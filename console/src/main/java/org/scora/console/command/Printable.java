package org.scora.console.command;

import java.util.regex.Pattern;

/** Makes text fit for a terminal, whoever wrote it. */
final class Printable {
    // What moves the cursor, colors, or turns the direction of reading (Unicode UAX 9), and what is no character.
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private Printable() {}

    /** The same text on one line, with a space for what could steer a terminal. */
    static String line(String text) {
        return STEERING.matcher(text).replaceAll(" ").strip();
    }
}
