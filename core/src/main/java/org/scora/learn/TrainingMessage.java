package org.scora.learn;

import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
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

    private TrainingMessage(byte[] beginning) {
        this.beginning = beginning;
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
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(beginning);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    String hash() {
        return Hashing.sha256().hashBytes(beginning).toString();
    }

    IncomingMessage read() {
        return IncomingMessage.read(new ByteArrayInputStream(beginning), Envelope.unknown());
    }
}
