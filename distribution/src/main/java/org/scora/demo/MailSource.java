package org.scora.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Where a message stands: a whole file, or a piece of an mbox file. Only the place is kept, so a folder of any size fits
 * into memory.
 *
 * @param offset of the first byte of the message
 * @param length in bytes
 */
record MailSource(Path file, long offset, int length) {

    byte[] read() throws IOException {
        byte[] bytes = new byte[length];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(offset);
            open.readFully(bytes);
        }
        return bytes;
    }
}
