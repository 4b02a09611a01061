package org.scora.message;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * One mail, read once: immutable and bounded. Texts and lists are cut at the reading limits; what was cut or broken is
 * among the defects.
 */
public final class IncomingMessage {

    private IncomingMessage() {}

    /** Reads a mail within limits; never fails for what a mail may contain. Throws UncheckedIOException for the stream. */
    public static IncomingMessage read(InputStream source, Envelope envelope) {
        throw new UnsupportedOperationException();
    }

    public Envelope envelope() {
        throw new UnsupportedOperationException();
    }

    /** The whole message as it came. Not to be changed. */
    public byte[] source() {
        throw new UnsupportedOperationException();
    }

    public List<HeaderField> headers() {
        throw new UnsupportedOperationException();
    }

    /** Values of all fields of this name, in the message's order; the name's case does not matter. */
    public List<String> headers(String name) {
        throw new UnsupportedOperationException();
    }

    /** The value of the first field of this name. */
    public Optional<String> header(String name) {
        throw new UnsupportedOperationException();
    }

    /** Decoded, without control characters, bounded; empty when there is none. */
    public String subject() {
        throw new UnsupportedOperationException();
    }

    /** The mailboxes in From. */
    public List<Mailbox> from() {
        throw new UnsupportedOperationException();
    }

    /** The mailboxes in Reply-To. */
    public List<Mailbox> replyTo() {
        throw new UnsupportedOperationException();
    }

    /** The leaves of the MIME tree, in order. */
    public List<Part> parts() {
        throw new UnsupportedOperationException();
    }

    /** The text that a reader sees: plain text parts, and HTML parts without markup and without what is hidden. */
    public String text() {
        throw new UnsupportedOperationException();
    }

    /** The HTML parts, decoded, one after the other; empty when there are none. */
    public String html() {
        throw new UnsupportedOperationException();
    }

    /** Text of HTML parts that a reader does not see. */
    public String hiddenText() {
        throw new UnsupportedOperationException();
    }

    public List<Link> links() {
        throw new UnsupportedOperationException();
    }

    public List<Defect> defects() {
        throw new UnsupportedOperationException();
    }
}
