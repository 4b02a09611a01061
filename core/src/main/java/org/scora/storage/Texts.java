package org.scora.storage;

import java.util.Locale;

/** Makes texts fit for columns, whoever wrote them. */
final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private Texts() {}

    /**
     * Cuts to a number of UTF-16 units, which no database counts as more. NUL, which PostgreSQL refuses, and halves of
     * surrogate pairs, which UTF-8 can not say, become U+FFFD, so that what differs in them does not become equal.
     */
    static String bounded(String text, int most) {
        return exact(text.length() <= most ? text : text.substring(0, most));
    }

    /** The same without a bound, for what must not be cut. */
    static String exact(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean unfit = point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
            clean.appendCodePoint(unfit ? REPLACEMENT : point);
        });
        return clean.toString();
    }

    static String lowerCase(String text, int most) {
        return bounded(text.toLowerCase(Locale.ROOT), most);
    }
}
