package org.scora.setting;

import java.util.Optional;
import java.util.function.Function;

/**
 * One setting that an operator may write: its name, the kind of value it takes, what holds when it is not written, and
 * one sentence for the handbook. The same definition validates at start-up and is printed in the reference.
 *
 * @param name as written in the file
 * @param kind what a value looks like, in words that complete "expected …"
 * @param example a value that is valid, printed in errors and in the reference
 * @param defaultText the value that holds when nothing is written; empty when the setting has to be written
 * @param parser turns text into a value; throws IllegalArgumentException, whose message is shown, for a bad one
 * @param sentence what the setting does
 */
public record Setting<T>(
        String name,
        String kind,
        String example,
        Optional<String> defaultText,
        Function<String, T> parser,
        String sentence) {

    public static <T> Setting<T> required(
            String name, String kind, String example, Function<String, T> parser, String sentence) {
        return new Setting<>(name, kind, example, Optional.empty(), parser, sentence);
    }

    public static <T> Setting<T> optional(
            String name, String kind, String defaultText, Function<String, T> parser, String sentence) {
        return new Setting<>(name, kind, defaultText, Optional.of(defaultText), parser, sentence);
    }

    /** A setting of free text. */
    public static Setting<String> text(String name, String defaultText, String sentence) {
        return optional(name, "text", defaultText, Function.identity(), sentence);
    }

    /** A setting of {@code true} or {@code false}, and nothing that merely looks like it. */
    public static Setting<Boolean> flag(String name, boolean byDefault, String sentence) {
        return optional(name, "true or false", Boolean.toString(byDefault), Setting::parseFlag, sentence);
    }

    /** A whole number within bounds, both included. */
    public static Setting<Integer> number(String name, int byDefault, int least, int most, String sentence) {
        return optional(
                name,
                "a whole number from " + least + " to " + most,
                Integer.toString(byDefault),
                text -> parseNumber(text, least, most),
                sentence);
    }

    /** Whether a text is a value of this setting. */
    public boolean takes(String text) {
        try {
            return parser.apply(text.trim()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Boolean parseFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Integer parseNumber(String text, int least, int most) {
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a whole number", e);
        }
        if (number < least || number > most) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }
}
