package org.scora.console.web.held;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scora.message.Envelope;
import org.scora.message.HeaderField;
import org.scora.message.IncomingMessage;
import org.scora.message.Part;
import org.scora.report.Harmless;

/**
 * What is in a message, for reading: never the message's own markup.
 *
 * @param from names and real addresses
 * @param text its beginning; may be empty
 * @param cut whether there is more
 * @param html whether there is an HTML part
 */
public record ContentView(
        List<String> from, String text, boolean cut, boolean html, List<File> files, List<Header> headers) {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_HEADER = 300;
    private static final int MOST_HEADERS = 50;
    private static final int MOST_FILES = 50;
    private static final int LARGEST_READ = 2 * 1024 * 1024;
    private static final Envelope NO_ENVELOPE =
            new Envelope(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** An attached file, of which nothing but this is shown. */
    public record File(String name, String type, String size) {}

    /** A field of the header. */
    public record Header(String name, String value) {}

    /** Reads the beginning of a message. */
    static IncomingMessage read(byte[] content) {
        return IncomingMessage.read(
                new ByteArrayInputStream(content, 0, Math.min(content.length, LARGEST_READ)), NO_ENVELOPE);
    }

    static ContentView of(IncomingMessage message) {
        String text = message.text().strip();
        return new ContentView(
                message.from().stream().limit(5).map(ContentView::mailbox).toList(),
                readable(text),
                text.length() > LONGEST_TEXT,
                !message.html().isBlank(),
                files(message),
                headers(message));
    }

    private static String mailbox(org.scora.message.Mailbox mailbox) {
        String name = Words.line(mailbox.displayName());
        String address = "<" + Words.address(mailbox.address()) + ">";
        return name.isEmpty() ? address : name + " " + address;
    }

    // Line by line, since the lines of a text are part of it.
    private static String readable(String text) {
        StringBuilder readable = new StringBuilder();
        text.substring(0, Math.min(text.length(), LONGEST_TEXT))
                .lines()
                .forEach(line ->
                        readable.append(Harmless.line(line, LONGEST_TEXT)).append('\n'));
        return readable.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private static List<File> files(IncomingMessage message) {
        return message.parts().stream()
                .filter(part -> part.attachment() || !part.mediaType().startsWith("text/"))
                .limit(MOST_FILES)
                .map(ContentView::file)
                .toList();
    }

    private static File file(Part part) {
        return new File(
                part.fileName().map(Words::line).filter(name -> !name.isEmpty()).orElse("(no name)"),
                Words.line(part.mediaType()),
                Words.size(part.size()));
    }

    private static List<Header> headers(IncomingMessage message) {
        List<HeaderField> fields = message.headers();
        Map<String, Integer> seen = new HashMap<>();
        return IntStream.range(0, Math.min(fields.size(), MOST_HEADERS))
                .mapToObj(fields::get)
                .map(field -> header(message, field, seen))
                .toList();
    }

    private static Header header(IncomingMessage message, HeaderField field, Map<String, Integer> seen) {
        int index = seen.merge(field.name().toLowerCase(Locale.ROOT), 1, Integer::sum) - 1;
        String decoded = message.decodedHeaders(field.name()).get(index);
        return new Header(Words.line(field.name()), Harmless.line(decoded, LONGEST_HEADER));
    }
}
