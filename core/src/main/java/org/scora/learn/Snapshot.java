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
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a learner knows, as it is kept in a file: gzip (RFC 1952, whose checksum tells damage) over eight letters that name
 * the kind and version of the file, the number of lessons (8 bytes), the number of weights that were ever moved (4
 * bytes), for each of those its distance from the one before (7 bits a byte, the last byte with its highest bit clear),
 * then all their values (4 bytes each), all their sums of squares (4 bytes each), and, but in a seed, all the values that
 * they had in the seed (4 bytes each); everything big-endian.
 *
 * @param lessons how many lessons went into the weights
 * @param weights one for each hash of a feature; not to be changed
 * @param squares of each weight, the sum of the squared errors that moved it; not to be changed
 * @param seed the weights before anything was taught here; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // internal to this package, and never compared
record Snapshot(long lessons, float[] weights, float[] squares, float[] seed) {
    private static final long SEED = 0x53434F_52414C_3033L; // "SCORAL03"
    private static final long TAUGHT = 0x53434F_52414C_3034L; // "SCORAL04"
    private static final int WEIGHTS = 1 << Learner.BITS;
    private static final int MORE = 0x80;
    private static final float STEP = 1f / 1024;

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
            long kind = data.readLong();
            if (kind != SEED && kind != TAUGHT) {
                throw new IOException("another kind or version");
            }
            Snapshot snapshot = read(data, kind);
            if (data.read() >= 0) {
                throw new IOException("longer than it says");
            }
            return snapshot;
        } catch (IOException e) {
            throw new IOException(name + " is no model of this version's learner, or is damaged: " + e.getMessage(), e);
        }
    }

    private static Snapshot read(DataInputStream data, long kind) throws IOException {
        long lessons = data.readLong();
        int[] places = places(data);
        float[] weights = values(data, places);
        float[] squares = values(data, places);
        return new Snapshot(lessons, weights, squares, kind == SEED ? weights.clone() : values(data, places));
    }

    /** All that is known as something that was not taught here, with no lessons yet. */
    Snapshot asSeed() {
        return new Snapshot(0, weights, squares, weights.clone());
    }

    private static int[] places(DataInputStream data) throws IOException {
        int[] places = new int[Math.max(0, Math.min(WEIGHTS, data.readInt()))];
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            last += distance(data);
            if (last < 0 || last >= WEIGHTS) {
                throw new IOException("a weight that can not be");
            }
            places[i] = last;
        }
        return places;
    }

    private static float[] values(DataInputStream data, int[] places) throws IOException {
        float[] values = new float[WEIGHTS];
        for (int place : places) {
            values[place] = data.readFloat();
        }
        return values;
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

    /** With weights that are multiples of a small step, and sums of squares that are powers of two. */
    Snapshot rounded() {
        float[] fewer = new float[WEIGHTS];
        float[] coarse = new float[WEIGHTS];
        for (int i = 0; i < WEIGHTS; i++) {
            fewer[i] = Math.round(weights[i] / STEP) * STEP;
            coarse[i] = fewer[i] == 0 ? 0 : Math.scalb(1f, Math.getExponent(squares[i]));
        }
        return new Snapshot(lessons, fewer, coarse, fewer);
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
            boolean isSeed = Arrays.equals(weights, seed);
            data.writeLong(isSeed ? SEED : TAUGHT);
            data.writeLong(lessons);
            writeWeights(data, isSeed ? List.of(weights, squares) : List.of(weights, squares, seed));
        }
        return bytes.toByteArray();
    }

    private void writeWeights(DataOutputStream data, List<float[]> columns) throws IOException {
        int[] places = IntStream.range(0, WEIGHTS).filter(i -> squares[i] != 0).toArray();
        data.writeInt(places.length);
        int last = -1;
        for (int place : places) {
            writeDistance(data, place - last);
            last = place;
        }
        for (float[] column : columns) {
            for (int place : places) {
                data.writeFloat(column[place]);
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
