package org.scora.learn;

import com.google.common.base.Suppliers;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/**
 * What is kept of a message that is taught: its beginning. The model learns from that beginning alone, at once and when
 * it is made again, so both ways lead to the same model.
 */
final class TrainingMessage {
    private final byte[] beginning;
    private final Supplier<String> hash;
    private final Supplier<IncomingMessage> read;

    private TrainingMessage(byte[] beginning) {
        this.beginning = beginning;
        this.hash =
                Suppliers.memoize(() -> Hashing.sha256().hashBytes(beginning).toString());
        this.read =
                Suppliers.memoize(() -> IncomingMessage.read(new ByteArrayInputStream(beginning), Envelope.unknown()));
    }

    static TrainingMessage of(byte[] source) {
        return new TrainingMessage(Arrays.copyOf(source, Math.min(source.length, SiteModel.BYTES_KEPT)));
    }

    static TrainingMessage unpacked(byte[] content) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return new TrainingMessage(stream.readNBytes(SiteModel.BYTES_KEPT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(beginning.length / 2 + 64);
        try (GZIPOutputStream stream = new FastGzip(packed)) {
            stream.write(beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    String hash() {
        return hash.get();
    }

    IncomingMessage read() {
        return read.get();
    }

    /** Of little effort: it is most of the work of a lesson otherwise. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
