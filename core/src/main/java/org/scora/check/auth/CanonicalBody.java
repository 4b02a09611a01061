package org.scora.check.auth;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/** A body in one of DKIM's canonical forms (RFC 6376 sections 3.4.3 and 3.4.4). */
record CanonicalBody(byte[] bytes, int start, int end, boolean lineEndMissing) {

    /** @param source with CRLF for every line end */
    static CanonicalBody of(byte[] source, int start, boolean relaxed) {
        if (relaxed) {
            byte[] body = relaxed(source, start);
            return withoutEmptyLines(body, 0, false);
        }
        return withoutEmptyLines(source, start, true);
    }

    byte[] hash(long limit) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes, start, (int) Math.min(limit, end - start));
        if (lineEndMissing) {
            digest.update(new byte[] {'\r', '\n'}, 0, (int) Math.max(0, Math.min(2, limit - (end - start))));
        }
        return digest.digest();
    }

    long length() {
        return (long) end - start + (lineEndMissing ? 2 : 0);
    }

    /** The simple form of an empty body is one line end, the relaxed form is empty. */
    private static CanonicalBody withoutEmptyLines(byte[] bytes, int start, boolean simple) {
        int end = bytes.length;
        while (endsWithLineEnd(bytes, start, end) && (end - 2 == start || endsWithLineEnd(bytes, start, end - 2))) {
            end -= 2;
        }
        boolean complete = end == start ? !simple : endsWithLineEnd(bytes, start, end);
        return new CanonicalBody(bytes, start, end, !complete);
    }

    private static boolean endsWithLineEnd(byte[] bytes, int start, int end) {
        return end - start >= 2 && bytes[end - 2] == '\r' && bytes[end - 1] == '\n';
    }

    /** Blanks at the end of a line are left out, others are one space. */
    private static byte[] relaxed(byte[] source, int start) {
        ByteArrayOutputStream relaxed = new ByteArrayOutputStream(source.length - start);
        boolean blank = false;
        for (int i = start; i < source.length; i++) {
            byte value = source[i];
            if (value == ' ' || value == '\t') {
                blank = true;
                continue;
            }
            boolean lineEnd = value == '\r' && i + 1 < source.length && source[i + 1] == '\n';
            if (blank && !lineEnd) {
                relaxed.write(' ');
            }
            blank = false;
            relaxed.write(value);
        }
        return relaxed.toByteArray();
    }
}
