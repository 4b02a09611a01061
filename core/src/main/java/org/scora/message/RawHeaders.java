package org.scora.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Edits the header block of a message as bytes, so that everything that is not edited stays as it came: 8-bit
 * characters, odd folding, the body, and with them DKIM signatures. The block ends at the first empty line (CRLF or
 * bare LF), or where the message ends. Takes time linear in the message's length, whatever is in it.
 *
 * <p>Collect the edits, then call {@link #toBytes()}. Not for use by several threads.
 */
public final class RawHeaders {
    private static final String SUBJECT = "Subject";
    // RFC 5322 section 2.1.1
    private static final int LONGEST_LINE = 998;

    private final byte[] message;
    private final byte[] lineEnd;
    private final List<String> added = new ArrayList<>();
    private Predicate<HeaderField> removed = field -> false;
    private int start;
    private Optional<String> subjectPrefix = Optional.empty();

    private RawHeaders(byte[] message) {
        this.message = message;
        this.lineEnd = lineEndOf(message);
    }

    /** Begins to edit; the array is read and never changed. */
    public static RawHeaders of(byte[] message) {
        return new RawHeaders(message);
    }

    /** Takes out the fields that any of the predicates holds for, with their folded lines. */
    public RawHeaders remove(Predicate<HeaderField> which) {
        removed = removed.or(which);
        return this;
    }

    /** Drops all that stands above the last field for which the predicate holds, and that field; without one, nothing. */
    public RawHeaders dropThrough(Predicate<HeaderField> last) {
        int position = start;
        for (int end = fieldEnd(position); end > position; end = fieldEnd(position)) {
            if (last.test(field(position, end))) {
                start = end;
            }
            position = end;
        }
        return this;
    }

    /** Puts a field in front, behind those added before it; see {@link FoldedField} for what becomes of the value. */
    public RawHeaders add(String name, String value) {
        added.add(FoldedField.of(name, value));
        return this;
    }

    /**
     * Puts a word in front of the subject, unless it stands there already; a message without a subject gets one. The
     * subject's own bytes stay as they are, encoded or raw.
     *
     * @param prefix printable ASCII
     */
    public RawHeaders prefixSubject(String prefix) {
        subjectPrefix = Optional.of(prefix);
        return this;
    }

    /** The message with all edits. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length + 1024);
        added.forEach(field -> writeLines(out, field));
        subjectPrefix.filter(prefix -> !hasSubject()).ifPresent(prefix -> writeLines(out, SUBJECT + ": " + prefix));
        int position = start;
        for (int end = fieldEnd(position); end > position; end = fieldEnd(position)) {
            writeField(out, position, end);
            position = end;
        }
        out.write(message, position, message.length - position);
        return out.toByteArray();
    }

    private void writeField(ByteArrayOutputStream out, int start, int end) {
        HeaderField field = field(start, end);
        if (removed.test(field)) {
            return;
        }
        if (subjectPrefix.isPresent() && isSubject(field) && !field.value().startsWith(subjectPrefix.get())) {
            writeSubject(out, start, end, subjectPrefix.get());
        } else {
            out.write(message, start, end - start);
        }
    }

    private void writeSubject(ByteArrayOutputStream out, int start, int end, String prefix) {
        int afterColon = colon(start, end) + 1;
        out.write(message, start, afterColon - start);
        out.writeBytes((" " + prefix).getBytes(StandardCharsets.US_ASCII));
        boolean tooLong = lineEndAt(start) - start + prefix.length() + 1 > LONGEST_LINE;
        if (tooLong && afterColon < end && isBlank(message[afterColon])) {
            out.writeBytes(lineEnd);
        } else if (afterColon < end && !isBlank(message[afterColon]) && !isLineEnd(message[afterColon])) {
            out.write(' ');
        }
        out.write(message, afterColon, end - afterColon);
    }

    private void writeLines(ByteArrayOutputStream out, String lines) {
        for (String line : lines.split("\r\n")) {
            out.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(lineEnd);
        }
    }

    private boolean hasSubject() {
        int position = start;
        for (int end = fieldEnd(position); end > position; end = fieldEnd(position)) {
            HeaderField field = field(position, end);
            if (isSubject(field) && !removed.test(field)) {
                return true;
            }
            position = end;
        }
        return false;
    }

    private static boolean isSubject(HeaderField field) {
        return field.name().equalsIgnoreCase(SUBJECT);
    }

    /** Where the field that starts here ends, its folded lines included; the same position when the block ends here. */
    private int fieldEnd(int start) {
        int end = lineEndAt(start);
        if (end == start || isEmptyLine(start, end)) {
            return start;
        }
        while (end < message.length && isBlank(message[end])) {
            end = lineEndAt(end);
        }
        return end;
    }

    private int lineEndAt(int start) {
        int position = start;
        while (position < message.length) {
            if (message[position++] == '\n') {
                return position;
            }
        }
        return position;
    }

    private boolean isEmptyLine(int start, int end) {
        int length = end - start;
        return message[end - 1] == '\n' && (length == 1 || (length == 2 && message[start] == '\r'));
    }

    private HeaderField field(int start, int end) {
        int colon = colon(start, end);
        String name = new String(message, start, colon - start, StandardCharsets.ISO_8859_1);
        int valueStart = Math.min(colon + 1, end);
        String value = new String(message, valueStart, end - valueStart, StandardCharsets.ISO_8859_1);
        return new HeaderField(name.trim(), unfold(value));
    }

    /** The position of the colon; the field's end when there is none. */
    private int colon(int start, int end) {
        int position = start;
        while (position < end && message[position] != ':') {
            position++;
        }
        return position;
    }

    private static String unfold(String value) {
        return value.indexOf('\n') < 0
                ? value.trim()
                : value.replace("\r\n", "").replace("\n", "").trim();
    }

    private static byte[] lineEndOf(byte[] message) {
        for (int i = 0; i < message.length; i++) {
            if (message[i] == '\n') {
                boolean bare = i == 0 || message[i - 1] != '\r';
                return (bare ? "\n" : "\r\n").getBytes(StandardCharsets.US_ASCII);
            }
        }
        return "\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t';
    }

    private static boolean isLineEnd(byte character) {
        return character == '\r' || character == '\n';
    }

    /** Whether a field's name begins so, whatever the case. */
    public static Predicate<HeaderField> named(String beginning) {
        String lower = beginning.toLowerCase(Locale.ROOT);
        return field -> field.name().toLowerCase(Locale.ROOT).startsWith(lower);
    }
}
