package org.scora.console.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Small matters of wording. */
final class Text {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Text() {}

    static String capitalized(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /** A number of things, such as "1 message" and "2 messages". */
    static String count(long number, String thing) {
        String plural = thing.endsWith("x") ? thing + "es" : thing.replaceAll("([^aeiou])y$", "$1ie") + "s";
        return number + " " + (number == 1 ? thing : plural);
    }

    static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    /** The sender as people know it; bounces have none. */
    static String sender(Optional<String> sender) {
        return sender.orElse("<> (a bounce)");
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
