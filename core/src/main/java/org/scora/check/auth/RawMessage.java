package org.scora.check.auth;

import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.mime4j.io.EOLConvertingInputStream;

/** A message as DKIM looks at it (RFC 6376 section 3.4): header fields with their folds, and the body's bytes. */
final class RawMessage implements Headers {
    static final int SIGNATURES_AT_MOST = 5;
    static final String SIGNATURE = "DKIM-Signature";

    private static final int FIELDS_AT_MOST = 1000;

    private final byte[] source;
    private final List<String> fields = new ArrayList<>();
    private final int bodyStart;

    RawMessage(byte[] source) {
        this.source = withCrlf(source);
        this.bodyStart = readFields();
    }

    InputStream body() {
        return new ByteArrayInputStream(source, bodyStart, source.length - bodyStart);
    }

    @Override
    public List<String> getFields() {
        return fields;
    }

    /** Of the signatures no more than a message may reasonably have: each costs a look-up and a hash of the body. */
    @Override
    public List<String> getFields(String name) {
        return fields.stream()
                .filter(field -> isNamed(field, name))
                .limit(name.equalsIgnoreCase(SIGNATURE) ? SIGNATURES_AT_MOST : FIELDS_AT_MOST)
                .toList();
    }

    private static boolean isNamed(String field, String name) {
        int colon = field.indexOf(':');
        return colon >= 0 && field.substring(0, colon).strip().equalsIgnoreCase(name);
    }

    /** Where the body begins. */
    private int readFields() {
        int start = 0;
        while (start < source.length && fields.size() < FIELDS_AT_MOST) {
            int end = endOfField(start);
            if (end == start) {
                return Math.min(source.length, start + 2);
            }
            // The library turns text back to bytes with the platform's charset.
            fields.add(new String(source, start, end - start, Charset.defaultCharset()));
            start = end + 2;
        }
        return Math.min(start, source.length);
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

    private static byte[] withCrlf(byte[] source) {
        if (!hasBareLineEnds(source)) {
            return source;
        }
        try {
            return ByteStreams.toByteArray(new EOLConvertingInputStream(new ByteArrayInputStream(source)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasBareLineEnds(byte[] source) {
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '\n' && (i == 0 || source[i - 1] != '\r')) {
                return true;
            }
        }
        return false;
    }
}
