package org.scora.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells whether a message begins with a header. */
final class HeaderStart {
    private static final int LINES = 20;
    private static final int LONGEST_LINE = 200;
    // A field, or the separator of mail files of the mbox kind (RFC 4155).
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]+[ \t]*:.*|>?From .*", Pattern.DOTALL);

    private HeaderStart() {}

    /**
     * Whether the first line is a field, or most of the lines up to the first empty one are. If so, the lines among the
     * fields that are none are skipped, as mail programs do; if not, the message is all body.
     */
    static boolean isIn(byte[] source) {
        int fields = 0;
        int others = 0;
        int start = 0;
        for (int line = 0; line < LINES && start < source.length; line++) {
            int end = lineEnd(source, start);
            String text = new String(source, start, Math.min(end - start, LONGEST_LINE), StandardCharsets.ISO_8859_1);
            if (text.isBlank()) {
                break;
            }
            if (FIELD.matcher(text).matches()) {
                fields++;
            } else if (!Character.isWhitespace(text.charAt(0))) {
                others++;
            }
            if (line == 0 && fields == 1) {
                return true;
            }
            start = end + 1;
        }
        return fields >= others;
    }

    private static int lineEnd(byte[] source, int start) {
        int end = start;
        while (end < source.length && source[end] != '\n') {
            end++;
        }
        return end;
    }
}
