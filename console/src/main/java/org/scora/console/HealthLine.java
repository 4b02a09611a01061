package org.scora.console;

/**
 * Whether one thing that the gateway needs works.
 *
 * @param name such as "Database"
 * @param sentence what is the matter, or that nothing is
 * @param warning whether somebody should look at it although it works
 */
public record HealthLine(String name, boolean working, String sentence, boolean warning) {

    /** One that works or does not. */
    public HealthLine(String name, boolean working, String sentence) {
        this(name, working, sentence, false);
    }

    /** One that works, and at which somebody should look. */
    public static HealthLine warning(String name, String sentence) {
        return new HealthLine(name, true, sentence, true);
    }
}
