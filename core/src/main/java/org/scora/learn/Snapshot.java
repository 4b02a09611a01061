package org.scora.learn;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a learner knows, as it is kept in a file: gzip (RFC 1952, whose checksum tells damage) over eight letters that name
 * the kind and version of the file, the number of lessons (8 bytes), the number of weights that are not nothing (4
 * bytes), and for each of those its distance from the one before (7 bits a byte, the last byte with its highest bit
 * clear), then all their values (4 bytes each); everything big-endian.
 *
 * @param lessons how many lessons went into the weights
 * @param weights one for each hash of a feature; not to be changed
 */
record Snapshot(long lessons, float[] weights) {
    private static final long KIND_AND_VERSION = 0x53434F_52414C_3032L; // "SCORAL02"
    private static final int WEIGHTS = 1 << Learner.BITS;
    private static final int MORE = 0x80;

    static Snapshot read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param name for errors */
    static Snapshot read(InputStream stream, String name) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)))) {
            if (data.readLong() != KIND_AND_VERSION) {
                throw new IOException("another kind or version");
            }
            Snapshot snapshot = new Snapshot(data.readLong(), weights(data));
            if (data.read() >= 0) {
                throw new IOException("longer than it says");
            }
            return snapshot;
        } catch (IOException e) {
            throw new IOException(name + " is no model of this version's learner, or is damaged: " + e.getMessage(), e);
        }
    }

    private static float[] weights(DataInputStream data) throws IOException {
        int[] places = new int[Math.max(0, Math.min(WEIGHTS, data.readInt()))];
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            last += distance(data);
            if (last < 0 || last >= WEIGHTS) {
                throw new IOException("a weight that can not be");
            }
            places[i] = last;
        }
        float[] weights = new float[WEIGHTS];
        for (int place : places) {
            weights[place] = data.readFloat();
        }
        return weights;
    }

    private static int distance(DataInputStream data) throws IOException {
        int distance = 0;
        int read = data.readUnsignedByte();
        for (int bytes = 0; read >= MORE && bytes < 3; bytes++) {
            distance = (distance | read & MORE - 1) << 7;
            read = data.readUnsignedByte();
        }
        return distance | read & MORE - 1;
    }

    /** Writes beside the file, forces it to disk, and only then puts it in its place. */
    void write(Path file) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(bytes)))) {
            data.writeLong(KIND_AND_VERSION);
            data.writeLong(lessons);
            writeWeights(data);
        }
        return bytes.toByteArray();
    }

    private void writeWeights(DataOutputStream data) throws IOException {
        int count = 0;
        for (float weight : weights) {
            count += weight == 0 ? 0 : 1;
        }
        data.writeInt(count);
        int last = -1;
        for (int i = 0; i < WEIGHTS; i++) {
            if (weights[i] != 0) {
                writeDistance(data, i - last);
                last = i;
            }
        }
        for (float weight : weights) {
            if (weight != 0) {
                data.writeFloat(weight);
            }
        }
    }

    private static void writeDistance(OutputStream data, int distance) throws IOException {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (distance >= 1 << shift) {
                data.write(distance >>> shift & MORE - 1 | MORE);
            }
        }
        data.write(distance & MORE - 1);
    }
}
