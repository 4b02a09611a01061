package org.scora.message;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the messages in a folder, a Maildir too: files that begin like a mail, and mbox files (RFC 4155). */
public final class MailFolder {
    private static final Pattern MBOX_LINE = Pattern.compile("From \\S+ .*\\d{4}( .*)?");
    private static final Pattern HEADER_LINE = Pattern.compile("[!-9;-~]+[ \\t]*:.*");
    private static final int LINE_START = 1000;

    private MailFolder() {}

    /** Every message below the folder, or in the file, in the order of the files' names. Throws UncheckedIOException. */
    public static List<MailPlace> list(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<MailPlace> messages = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                messages.addAll(messagesIn(file));
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can not be read", e);
        }
    }

    private static List<MailPlace> messagesIn(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            Line first = Line.read(stream);
            if (MBOX_LINE.matcher(first.start()).matches()) {
                return messagesInMbox(file, stream, first.length());
            }
            boolean mail = HEADER_LINE.matcher(first.start()).matches();
            return mail ? List.of(MailPlace.of(file)) : List.of();
        }
    }

    /** A message begins behind a From_ line that stands at the start or behind an empty line. */
    private static List<MailPlace> messagesInMbox(Path file, InputStream stream, long start) throws IOException {
        List<MailPlace> messages = new ArrayList<>();
        long messageStart = start;
        long position = start;
        boolean behindEmptyLine = false;
        for (Line line = Line.read(stream); line.length() > 0; line = Line.read(stream)) {
            if (behindEmptyLine && MBOX_LINE.matcher(line.start()).matches()) {
                messages.add(new MailPlace(file, messageStart, Math.toIntExact(position - messageStart)));
                messageStart = position + line.length();
            }
            behindEmptyLine = line.start().isEmpty();
            position += line.length();
        }
        messages.add(new MailPlace(file, messageStart, Math.toIntExact(position - messageStart)));
        return messages;
    }

    /**
     * A line of a file.
     *
     * @param start its first thousand characters, without the line's end
     * @param length in bytes with the line's end; 0 at the end of the file
     */
    private record Line(String start, long length) {
        static Line read(InputStream stream) throws IOException {
            ByteArrayOutputStream start = new ByteArrayOutputStream(80);
            long length = 0;
            for (int octet = stream.read(); octet >= 0; octet = stream.read()) {
                length++;
                if (octet == '\n') {
                    break;
                }
                if (start.size() < LINE_START) {
                    start.write(octet);
                }
            }
            return new Line(start.toString(StandardCharsets.ISO_8859_1).stripTrailing(), length);
        }
    }
}
