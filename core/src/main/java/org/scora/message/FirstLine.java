package org.scora.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells whether a message begins with a header. */
final class FirstLine {
    private static final int LONGEST = 1000;
    // A field, or the separator of mail files of the mbox kind.
    private static final Pattern HEADER = Pattern.compile("([!-9;-~]+[ \t]*:|>?From ).*", Pattern.DOTALL);

    private FirstLine() {}

    /**
     * Whether the first line is a field. If it is, lines among the fields that are none are skipped, as mail programs
     * do; if it is not, the message is all body. An empty message and an empty header count as headers.
     */
    static boolean belongsToHeader(byte[] source) {
        int end = 0;
        while (end < Math.min(source.length, LONGEST) && source[end] != '\n') {
            end++;
        }
        String line = new String(source, 0, end, StandardCharsets.ISO_8859_1);
        return line.isBlank() || HEADER.matcher(line).matches();
    }
}
