package org.scora.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a header field of our own (RFC 5322 section 2.2.3): ASCII, lines of at most 78 characters where there is a
 * place to fold, and no way for a value to begin a field of its own.
 */
public final class FoldedField {
    private static final int WANTED_LENGTH = 78;
    private static final Pattern WORD = Pattern.compile("( *)([^ ,]{1,900},?|,)");

    private FoldedField() {}

    /**
     * The field, its lines joined by CRLF, without one at the end. Line ends and other control characters in the value
     * become spaces, what is not ASCII a question mark. It is folded at spaces and after commas.
     */
    public static String of(String name, String value) {
        StringBuilder field = new StringBuilder(name).append(": ");
        int lineStart = 0;
        Matcher word = WORD.matcher(ascii(value).trim());
        for (boolean first = true; word.find(); first = false) {
            boolean tooLong = field.length() - lineStart + word.group().length() > WANTED_LENGTH;
            if (tooLong && !first) {
                field.append("\r\n");
                lineStart = field.length();
                field.append(' ').append(word.group(2));
            } else {
                field.append(word.group());
            }
        }
        return field.toString();
    }

    private static String ascii(String value) {
        StringBuilder ascii = new StringBuilder(value.length());
        value.chars().forEach(c -> ascii.append(c < ' ' || c == 127 ? ' ' : c > 127 ? '?' : (char) c));
        return ascii.toString();
    }
}
