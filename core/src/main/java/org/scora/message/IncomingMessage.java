package org.scora.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.message.file.MailFiles;

/**
 * One mail, read once: immutable and bounded. Texts and lists are cut at the reading limits; what was cut or broken is
 * among the defects.
 */
public final class IncomingMessage {
    private final Envelope envelope;
    private final byte[] source;
    private final List<HeaderField> headers;
    private final List<Part> parts;
    private final ReadersView view;
    private final String subject;
    private final List<Mailbox> from;
    private final List<Mailbox> replyTo;
    private final List<Defect> defects;
    private final Lazy<MailFiles> files = new Lazy<>(this::readFiles);
    private final Lazy<List<Link>> links = new Lazy<>(this::allLinks);

    private IncomingMessage(Envelope envelope, byte[] source, ReadingLimits limits) {
        Defects found = new Defects();
        SourceScan.of(source, found);
        MimeReading mime = MimeReading.of(source, limits, found);
        this.envelope = envelope;
        this.source = source;
        this.headers = List.copyOf(mime.headers());
        this.parts = mime.leaves().stream().map(MimeReading.Leaf::part).toList();
        this.view = ReadersView.of(mime.leaves(), limits, found);
        this.subject = header("Subject").map(HeaderText::forPeople).orElse("");
        this.from = AddressReading.read("From", headers("From"), found);
        this.replyTo = AddressReading.read("Reply-To", headers("Reply-To"), found);
        this.defects = found.toList();
    }

    /** Reads a mail within limits; never fails for what a mail may contain. Throws UncheckedIOException for the stream. */
    public static IncomingMessage read(InputStream source, Envelope envelope) {
        return read(source, envelope, ReadingLimits.standard());
    }

    /** Reads a mail within limits of one's own, otherwise as {@link #read(InputStream, Envelope)}. */
    public static IncomingMessage read(InputStream source, Envelope envelope, ReadingLimits limits) {
        try {
            return new IncomingMessage(envelope, source.readAllBytes(), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Envelope envelope() {
        return envelope;
    }

    /** The whole message as it came. Not to be changed. */
    public byte[] source() {
        return source;
    }

    /** The fields of the message's own header, in order. */
    public List<HeaderField> headers() {
        return headers;
    }

    /** Values of all fields of this name, in the message's order; the name's case does not matter. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .toList();
    }

    /** The value of the first field of this name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .findFirst();
    }

    /** As {@link #headers(String)}, with encoded words decoded (RFC 2047); the beginning of values that are too long. */
    public List<String> decodedHeaders(String name) {
        return headers(name).stream().map(HeaderText::decoded).toList();
    }

    /** Decoded, without control characters, bounded; empty when there is none. */
    public String subject() {
        return subject;
    }

    /** The mailboxes in From. */
    public List<Mailbox> from() {
        return from;
    }

    /** The mailboxes in Reply-To. */
    public List<Mailbox> replyTo() {
        return replyTo;
    }

    /** The leaves of the MIME tree, in order. */
    public List<Part> parts() {
        return parts;
    }

    /** The text that a reader sees: plain text parts, and HTML parts without markup and without what is hidden. */
    public String text() {
        return view.text();
    }

    /** The HTML parts, decoded, one after the other; empty when there are none. */
    public String html() {
        return view.html();
    }

    /** Text of HTML parts that a reader does not see. */
    public String hiddenText() {
        return view.hiddenText();
    }

    /** The links in the text, and behind them those in files, such as PDF files and QR codes. */
    public List<Link> links() {
        return links.get();
    }

    /** The attached and embedded files and what they hold; read when first asked for. */
    public MailFiles files() {
        return files.get();
    }

    public List<Defect> defects() {
        return defects;
    }

    private MailFiles readFiles() {
        return MailFiles.read(parts.stream()
                .filter(IncomingMessage::isFile)
                .map(part -> new MailFiles.Attached(
                        part.fileName().orElse(""), part.mediaType(), part.content(), part.size()))
                .toList());
    }

    // The texts that a mail program shows are no files.
    private static boolean isFile(Part part) {
        return part.attachment()
                || !part.mediaType().startsWith("text/")
                || part.mediaType().equals("text/calendar");
    }

    private List<Link> allLinks() {
        Stream<Link> inFiles =
                files().links().stream().map(link -> new Link(link.target(), link.target(), Optional.of(link.place())));
        return Stream.concat(view.links().stream(), inFiles).toList();
    }
}
