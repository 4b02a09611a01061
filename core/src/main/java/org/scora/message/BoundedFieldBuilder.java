package org.scora.message;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of a header field up to a limit and leaves the rest of it out. The parser's own limits end the
 * reading instead, by which a sender could hide all that follows.
 */
final class BoundedFieldBuilder implements FieldBuilder {
    private final FieldBuilder fields = new DefaultFieldBuilder(-1);
    private final int fieldBytes;
    private final Defects defects;
    private boolean first = true;

    BoundedFieldBuilder(int fieldBytes, Defects defects) {
        this.fieldBytes = fieldBytes;
        this.defects = defects;
    }

    @Override
    public void reset() {
        fields.reset();
    }

    @Override
    public void append(ByteArrayBuffer line) throws MimeException {
        int room = fieldBytes - fields.getRaw().length();
        if (line.length() > room) {
            defects.add(Defect.Kind.HEADER_TOO_LONG, "A header field is longer than " + fieldBytes + " bytes.");
        }
        fields.append(new ByteArrayBuffer(line.buffer(), Math.min(room, line.length()), true));
    }

    @Override
    public @Nullable RawField build() throws MimeException {
        String line = beginning(fields.getRaw());
        if (line.isBlank()) {
            return null;
        }
        try {
            return fields.build();
        } catch (MimeException e) {
            if (!first || !isMboxLine(line)) {
                defects.add(
                        Defect.Kind.BAD_HEADER,
                        "A line in the header is no field: '" + HeaderText.forPeople(line) + "'.");
            }
            throw e;
        } finally {
            first = false;
        }
    }

    @Override
    public RecycledByteArrayBuffer getRaw() {
        return fields.getRaw();
    }

    @Override
    public void release() {
        fields.release();
    }

    // The first line of mail files of the mbox kind (RFC 4155); mail programs quote it on forwarding.
    private static boolean isMboxLine(String line) {
        return line.startsWith("From ") || line.startsWith(">From ");
    }

    private static String beginning(RecycledByteArrayBuffer line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(60, line.length()); i++) {
            text.append((char) (line.byteAt(i) & 0xff));
        }
        return text.toString();
    }
}
