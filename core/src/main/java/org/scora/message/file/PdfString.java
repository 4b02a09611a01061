package org.scora.message.file;

import com.google.common.base.CharMatcher;
import java.nio.charset.StandardCharsets;

/** Reads strings of PDF files (ISO 32000 section 7.3.4). */
final class PdfString {
    private static final int LONGEST = 2000;
    private static final CharMatcher HEX =
            CharMatcher.inRange('0', '9').or(CharMatcher.inRange('a', 'f')).or(CharMatcher.inRange('A', 'F'));

    private PdfString() {}

    /** The string that begins here with a round or a pointed bracket; cut when it is long. */
    static String at(String text, int begin) {
        String bytes = text.charAt(begin) == '<' ? hexadecimal(text, begin + 1) : literal(text, begin + 1);
        return bytes.startsWith("\u00fe\u00ff")
                ? new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_16)
                : bytes;
    }

    private static String literal(String text, int begin) {
        StringBuilder string = new StringBuilder();
        int open = 1;
        int at = begin;
        while (at < text.length() && string.length() < LONGEST) {
            char next = text.charAt(at++);
            if (next == '\\' && at < text.length()) {
                at = escaped(text, at, string);
                continue;
            }
            open += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (open == 0) {
                break;
            }
            string.append(next);
        }
        return string.toString();
    }

    private static int escaped(String text, int at, StringBuilder string) {
        int end = at;
        while (end < text.length() && end < at + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            end++;
        }
        if (end > at) {
            string.append((char) (Integer.parseInt(text.substring(at, end), 8) & 0xff));
            return end;
        }
        char next = text.charAt(at);
        // A line may be folded with a backslash; no other escaped letter has a meaning in an address.
        if (next != '\r' && next != '\n') {
            string.append(next);
        }
        return at + 1;
    }

    private static String hexadecimal(String text, int begin) {
        int end = text.indexOf('>', begin);
        int stop = Math.min(end < 0 ? text.length() : end, begin + 2 * LONGEST);
        String digits = HEX.retainFrom(text.substring(begin, stop));
        StringBuilder string = new StringBuilder();
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            string.append((char) Integer.parseInt(digits.substring(i, i + 2), 16));
        }
        return string.toString();
    }
}
