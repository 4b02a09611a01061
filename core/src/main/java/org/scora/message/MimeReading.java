package org.scora.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes one message apart along its MIME structure (RFC 2045, RFC 2046) in one pass. What can not be read ends the
 * reading with a defect, and what was read so far stays.
 */
final class MimeReading {

    /** A leaf, and what its header says. */
    record Leaf(Part part, PartDescriptor descriptor) {}

    // The parser's limit counts the line's end, and the line must be shorter than it.
    private static final int LINE_END = 3;

    private final ReadingLimits limits;
    private final int depthLimit;
    private final RecursionMode mode;
    private final Defects defects;
    private final MimeTokenStream tokens;
    private final byte[] buffer = new byte[8192];
    private final List<HeaderField> headers = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final ByteArrayOutputStream preamble = new ByteArrayOutputStream();
    private int headerBytes;
    private int contentBytes;
    private int depth;
    private int entities;

    private MimeReading(byte[] source, ReadingLimits limits, Defects defects, RecursionMode mode) {
        this.mode = mode;
        this.limits = limits;
        this.depthLimit = limits.depthFor(source.length);
        this.defects = defects;
        MimeConfig config = MimeConfig.custom()
                .setMaxLineLen(limits.lineBytes() + LINE_END)
                .setMaxHeaderCount(-1)
                .setMaxHeaderLen(-1)
                .setMaxContentLen(-1)
                .setMalformedHeaderStartsBody(false)
                .build();
        this.tokens = new MimeTokenStream(
                config,
                new ParserWarnings(defects),
                new BoundedFieldBuilder(limits.fieldBytes(), defects),
                new PartHeader(limits, defects));
    }

    static MimeReading of(byte[] source, ReadingLimits limits, Defects defects) {
        return read(source, limits, defects, RecursionMode.M_RECURSE);
    }

    /** The same, but messages within the message are leaves. */
    static MimeReading outermost(byte[] source, ReadingLimits limits, Defects defects) {
        return read(source, limits, defects, RecursionMode.M_NO_RECURSE);
    }

    private static MimeReading read(byte[] source, ReadingLimits limits, Defects defects, RecursionMode mode) {
        MimeReading reading = new MimeReading(source, limits, defects, mode);
        reading.read(source);
        return reading;
    }

    List<HeaderField> headers() {
        return headers;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    private void read(byte[] source) {
        InputStream lines = LongLines.cut(source, limits.lineBytes(), defects);
        tokens.parse(HeaderStart.isIn(source) ? lines : behindEmptyHeader(lines));
        try {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                take(state);
                if (entities > limits.parts()) {
                    defects.add(Defect.Kind.TOO_MANY_PARTS, "There are more than " + limits.parts() + " parts.");
                    return;
                }
            }
            keepPreambleOfEmptyMultipart();
        } catch (MimeException | IOException | RuntimeException e) {
            // A fault of the parser on hostile input must cost no more than the rest of that message's reading.
            report(e);
        }
    }

    // The parser can be told to let the body begin at the first line that is no field, but it loses the line after it.
    private static InputStream behindEmptyHeader(InputStream body) {
        return new SequenceInputStream(new ByteArrayInputStream(new byte[] {'\r', '\n'}), body);
    }

    private void take(EntityState state) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> enter();
            case T_END_MESSAGE, T_END_BODYPART -> leave();
            case T_FIELD -> keepField();
            case T_END_HEADER -> checkHeader();
            case T_PREAMBLE -> keepPreamble();
            case T_BODY -> keepLeaf();
            default -> {}
        }
    }

    private void enter() {
        depth++;
        entities++;
        tokens.setRecursionMode(depth < depthLimit ? mode : RecursionMode.M_FLAT);
    }

    private void leave() {
        depth--;
        tokens.setRecursionMode(mode);
    }

    private void keepField() {
        if (depth > 1 || !(tokens.getField() instanceof RawField raw)) {
            return;
        }
        headerBytes += raw.getRaw().length();
        if (headers.size() >= limits.headerFields() || headerBytes > limits.headerBytes()) {
            defects.add(
                    Defect.Kind.HEADER_TOO_LONG,
                    "The header is longer than " + limits.headerFields() + " fields or " + limits.headerBytes()
                            + " bytes.");
        } else {
            headers.add(HeaderFields.of(raw));
        }
    }

    private void checkHeader() {
        if (depth == 1 && headers.isEmpty()) {
            defects.add(Defect.Kind.NO_HEADERS, "The message has no header.");
        }
    }

    private void keepPreamble() throws IOException {
        if (leaves.isEmpty()) {
            copy(tokens.getInputStream(), preamble, limits.textBytes());
        }
    }

    // Mail programs show the text of a multipart in which no boundary is found.
    private void keepPreambleOfEmptyMultipart() {
        if (leaves.isEmpty() && preamble.size() > 0) {
            byte[] content = preamble.toByteArray();
            defects.add(Defect.Kind.UNREADABLE, "A multipart could not be taken apart: its boundary is nowhere.");
            PartDescriptor plain = (PartDescriptor) new PartHeader(limits, defects).build();
            leaves.add(leaf(plain, content, content.length));
        }
    }

    private void keepLeaf() throws IOException {
        PartDescriptor descriptor = (PartDescriptor) tokens.getBodyDescriptor();
        if (descriptor.isContainer() && mode == RecursionMode.M_RECURSE) {
            defects.add(Defect.Kind.NESTED_TOO_DEEP, "Parts are nested deeper than " + depthLimit + ".");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int room = Math.min(limits.contentBytes(), limits.contentBytesInAll() - contentBytes);
        long size = copy(tokens.getDecodedInputStream(), content, room);
        contentBytes += content.size();
        leaves.add(leaf(descriptor, content.toByteArray(), size));
    }

    private static Leaf leaf(PartDescriptor descriptor, byte[] content, long size) {
        Part part = new Part(
                descriptor.mimeType(),
                descriptor.fileName(),
                descriptor.declaredCharset(),
                descriptor.detached() || descriptor.fileName().isPresent(),
                content,
                size);
        return new Leaf(part, descriptor);
    }

    // Reads to the end and keeps what there is room for.
    private long copy(InputStream from, ByteArrayOutputStream to, int room) throws IOException {
        long size = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, Math.max(0, Math.min(read, room - to.size())));
            size += read;
        }
        return size;
    }

    private void report(Exception e) {
        if (e.getCause() instanceof MaxLineLimitException) {
            defects.add(
                    Defect.Kind.HEADER_TOO_LONG,
                    "A line in the header is longer than " + limits.lineBytes() + " bytes; what follows was not read.");
        } else {
            defects.add(Defect.Kind.UNREADABLE, "The message could be read only in part: " + e.getMessage() + ".");
        }
    }
}
