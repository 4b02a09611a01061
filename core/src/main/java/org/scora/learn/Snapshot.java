package org.scora.learn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * What a learner knows, as it is kept in a file: eight letters that name the kind and version of the file, the number of
 * lessons (8 bytes), 2^20 weights (4 bytes each), and the CRC-32 of all that (8 bytes), everything big-endian.
 *
 * @param lessons how many lessons went into the weights
 * @param weights one for each hash of a gram; not to be changed
 */
record Snapshot(long lessons, float[] weights) {
    private static final long KIND_AND_VERSION = 0x53434F_52414C_3031L; // "SCORAL01"
    private static final int WEIGHTS = 1 << Learner.BITS;
    private static final int CHECKED_BYTES = Long.BYTES + Long.BYTES + WEIGHTS * Float.BYTES;
    private static final int FILE_BYTES = CHECKED_BYTES + Long.BYTES;

    static Snapshot read(Path file) {
        try {
            if (Files.size(file) != FILE_BYTES) {
                throw new IOException(file + " is no snapshot of a learner: it is not " + FILE_BYTES + " bytes long");
            }
            return parse(file, ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Snapshot parse(Path file, ByteBuffer bytes) throws IOException {
        if (bytes.getLong() != KIND_AND_VERSION) {
            throw new IOException(file + " is no snapshot of a learner, or one of another version");
        }
        if (bytes.getLong(CHECKED_BYTES) != checksum(bytes)) {
            throw new IOException(file + " is damaged: its checksum is wrong");
        }
        long lessons = bytes.getLong();
        float[] weights = new float[WEIGHTS];
        bytes.asFloatBuffer().get(weights);
        return new Snapshot(lessons, weights);
    }

    /** Writes beside the file, forces it to disk, and only then puts it in its place. */
    void write(Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = bytes();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(FILE_BYTES);
        bytes.putLong(KIND_AND_VERSION).putLong(lessons);
        bytes.asFloatBuffer().put(weights);
        bytes.putLong(CHECKED_BYTES, checksum(bytes));
        return bytes.clear();
    }

    private static long checksum(ByteBuffer bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, CHECKED_BYTES);
        return checksum.getValue();
    }
}
