package org.scora.message;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a message stands: a whole file, or a piece of an mbox file. Only the place is kept, so a folder of any size fits
 * into memory.
 *
 * @param offset of the first byte of the message
 * @param length in bytes
 */
public record MailPlace(Path file, long offset, int length) {

    /** A whole file as one message, whatever it begins with. */
    public static MailPlace of(Path file) throws IOException {
        return new MailPlace(file, 0, Math.toIntExact(Files.size(file)));
    }

    public byte[] read() throws IOException {
        byte[] bytes = new byte[length];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(offset);
            open.readFully(bytes);
        }
        return bytes;
    }
}
