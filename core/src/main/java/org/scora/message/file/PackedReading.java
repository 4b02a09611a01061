package org.scora.message.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.utils.InputStreamStatistics;

/** Reads tar archives, and files that are packed alone: gzip, bzip2 and xz. */
final class PackedReading {
    private static final int PROBE_BYTES = 256 * 1024;
    private static final int MEMORY_KIB = 32 * 1024;
    private static final Pattern PACKED = Pattern.compile("(?i)\\.(?:t?gz|tbz2?|bz2?|txz|xz)$");

    private PackedReading() {}

    static void visitTar(byte[] content, ArchiveVisitor visitor) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new ByteArrayInputStream(content))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                ArchiveVisitor.Entry described =
                        new ArchiveVisitor.Entry(entry.getName(), entry.getSize(), entry.getSize(), false);
                if (entry.isFile() && !visitor.file(described, () -> tar)) {
                    return;
                }
            }
        }
    }

    /** @param size of the whole packed file, of which the content may be only the beginning */
    static void visitPacked(FileKind kind, FileName name, byte[] content, long size, ArchiveVisitor visitor)
            throws IOException {
        String inner = PACKED.matcher(name.written()).replaceFirst("");
        long unpacked = estimate(kind, content, size);
        visitor.file(
                new ArchiveVisitor.Entry(inner, unpacked, size, false),
                () -> open(kind, new ByteArrayInputStream(content)));
    }

    // Only xz tells the size beforehand, and nothing makes it tell the truth: the first bytes show how well it packs.
    private static long estimate(FileKind kind, byte[] content, long size) throws IOException {
        try (InputStream in = open(kind, new Sips(content))) {
            long unpacked = in.readNBytes(PROBE_BYTES).length;
            long consumed = Math.max(1, ((InputStreamStatistics) in).getCompressedCount());
            return unpacked < PROBE_BYTES ? unpacked : size * unpacked / consumed;
        }
    }

    private static InputStream open(FileKind kind, InputStream in) throws IOException {
        return switch (kind) {
            case GZIP -> new GzipCompressorInputStream(in);
            case BZIP2 -> new BZip2CompressorInputStream(in);
            case XZ -> new XZCompressorInputStream(in, false, MEMORY_KIB);
            default -> throw new IOException(kind + " is not packed alone");
        };
    }

    /** Gives little at a time, so that what was consumed is not mostly what the reader keeps for later. */
    private static final class Sips extends ByteArrayInputStream {
        private static final int SIP = 64;

        Sips(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] to, int offset, int length) {
            return super.read(to, offset, Math.min(length, SIP));
        }
    }
}
