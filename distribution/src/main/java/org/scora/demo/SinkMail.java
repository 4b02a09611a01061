package org.scora.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A message that the sink has taken.
 *
 * @param sender the reverse-path; empty text for the null sender
 * @param recipients as they were written
 * @param file the message, byte for byte
 */
public record SinkMail(String sender, List<String> recipients, Path file) {

    public SinkMail {
        recipients = List.copyOf(recipients);
    }

    /** The message without dot-stuffing, as it came. */
    public byte[] source() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
