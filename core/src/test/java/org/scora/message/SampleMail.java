package org.scora.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Mail for tests. */
public final class SampleMail {
    public static final Envelope ENVELOPE = new Envelope(
            Optional.empty(),
            Optional.of("mail.sender.example"),
            Optional.of("a@sender.example"),
            List.of("b@example.com"));

    private SampleMail() {}

    /** A mail from its text, whose lines may end in LF; sent as UTF-8. */
    public static IncomingMessage of(String text) {
        return of(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public static IncomingMessage of(byte[] source) {
        return IncomingMessage.read(new ByteArrayInputStream(source), ENVELOPE);
    }

    /** A mail of one HTML part. */
    public static IncomingMessage ofHtml(String html) {
        return of("From: a@sender.example\nSubject: x\nContent-Type: text/html; charset=utf-8\n\n" + html);
    }

    /** A mail from a file that stands beside this class among the test resources. */
    public static IncomingMessage fromFile(String name) {
        try (InputStream file = SampleMail.class.getResourceAsStream(name)) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
