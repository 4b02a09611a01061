package org.scora.check.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A message as DKIM and ARC look at it (RFC 6376 section 3.4): header fields with their folds, one char a byte, and the
 * body's hashes. For one thread.
 */
final class DkimMessage {
    private static final int FIELDS_AT_MOST = 1000;

    private final byte[] source;
    private final Map<String, List<String>> fields = new HashMap<>();
    private final Map<Boolean, byte[]> hashes = new HashMap<>();
    private final int bodyStart;

    DkimMessage(byte[] source) {
        this.source = LineEnds.withCrlf(source);
        this.bodyStart = readFields();
    }

    /** All fields of this name from top to bottom, as {@code Name: value} without the last CRLF. */
    List<String> fields(String name) {
        return fields.getOrDefault(lower(name), List.of());
    }

    /**
     * The SHA-256 hash of the body in canonical form (section 3.4.3 and 3.4.4).
     *
     * @param limit how many bytes of that form count; empty for all
     */
    byte[] bodyHash(boolean relaxed, OptionalLong limit) {
        if (limit.isPresent()) {
            return CanonicalBody.of(source, bodyStart, relaxed).hash(limit.getAsLong());
        }
        return hashes.computeIfAbsent(
                relaxed, form -> CanonicalBody.of(source, bodyStart, form).hash(Long.MAX_VALUE));
    }

    /** How many bytes the body's canonical form has. */
    long bodyLength(boolean relaxed) {
        return CanonicalBody.of(source, bodyStart, relaxed).length();
    }

    /** Where the body begins. */
    private int readFields() {
        int start = 0;
        int count = 0;
        while (start < source.length && count++ < FIELDS_AT_MOST) {
            int end = endOfField(start);
            if (end == start) {
                return Math.min(source.length, start + 2);
            }
            add(new String(source, start, end - start, StandardCharsets.ISO_8859_1));
            start = end + 2;
        }
        return Math.min(start, source.length);
    }

    private void add(String field) {
        int colon = field.indexOf(':');
        if (colon > 0) {
            fields.computeIfAbsent(lower(field.substring(0, colon)), name -> new ArrayList<>())
                    .add(field);
        }
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The offset of the CRLF that ends the field, folded lines included. */
    private int endOfField(int start) {
        int end = endOfLine(start);
        while (end > start && end + 2 < source.length && (source[end + 2] == ' ' || source[end + 2] == '\t')) {
            end = endOfLine(end + 2);
        }
        return end;
    }

    private int endOfLine(int start) {
        for (int i = start; i + 1 < source.length; i++) {
            if (source[i] == '\r' && source[i + 1] == '\n') {
                return i;
            }
        }
        return source.length;
    }
}
