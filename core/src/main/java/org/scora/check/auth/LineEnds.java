package org.scora.check.auth;

import java.util.Arrays;

/** Line ends as they are on the wire: signatures are made over these (RFC 6376 section 5.3). */
final class LineEnds {
    private LineEnds() {}

    /** The same text with CRLF for each lone CR and LF; a text that has no lone LF comes back as it is. */
    static byte[] withCrlf(byte[] source) {
        return hasLoneLf(source) ? converted(source) : source;
    }

    private static boolean hasLoneLf(byte[] source) {
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '\n' && (i == 0 || source[i - 1] != '\r')) {
                return true;
            }
        }
        return false;
    }

    private static byte[] converted(byte[] source) {
        byte[] converted = new byte[2 * source.length];
        int length = 0;
        for (int i = 0; i < source.length; i++) {
            if (source[i] != '\r' && source[i] != '\n') {
                converted[length++] = source[i];
                continue;
            }
            converted[length++] = '\r';
            converted[length++] = '\n';
            if (source[i] == '\r' && i + 1 < source.length && source[i + 1] == '\n') {
                i++;
            }
        }
        return Arrays.copyOf(converted, length);
    }
}
