package org.scora.message.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.StreamSupport;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Lists 7z archives. */
final class SevenZipReading {
    private static final int MEMORY_KIB = 32 * 1024;
    // Files of a 7z archive are packed in one stream: to come to one, all before it are unpacked.
    private static final long UNPACKED_AT_MOST = 8 << 20;

    private final SevenZFile archive;
    private final ArchiveVisitor visitor;
    private final double ratio;
    private long unpacked;
    private boolean opens = true;

    private SevenZipReading(SevenZFile archive, long packed, ArchiveVisitor visitor) {
        this.archive = archive;
        this.visitor = visitor;
        this.ratio = Math.max(1, (double) sizes(archive) / Math.max(1, packed));
    }

    static void visit(byte[] content, ArchiveVisitor visitor) throws IOException {
        try (SevenZFile archive = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setMaxMemoryLimitKiB(MEMORY_KIB)
                .get()) {
            new SevenZipReading(archive, content.length, visitor).visit();
        } catch (PasswordRequiredException e) {
            visitor.locked();
        }
    }

    private void visit() {
        boolean goesOn = true;
        for (SevenZArchiveEntry entry : archive.getEntries()) {
            opens = opens && canOpen(entry);
            if (goesOn && !entry.isDirectory() && entry.getName() != null) {
                goesOn = show(entry);
            }
        }
    }

    // The archive's own cursor goes over the same entries, and is not moved any more once it fails.
    private boolean canOpen(SevenZArchiveEntry entry) {
        unpacked += Math.max(0, entry.getSize());
        try {
            return unpacked <= UNPACKED_AT_MOST && archive.getNextEntry() != null;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private boolean show(SevenZArchiveEntry entry) {
        boolean encrypted = opens && isEncrypted(entry);
        long packed = Math.round(entry.getSize() / ratio);
        ArchiveVisitor.Source source = opens && entry.hasStream() ? Cursor::new : ArchiveVisitor.UNREADABLE;
        return visitor.file(new ArchiveVisitor.Entry(entry.getName(), entry.getSize(), packed, encrypted), source);
    }

    private static boolean isEncrypted(SevenZArchiveEntry entry) {
        return entry.getContentMethods() != null
                && StreamSupport.stream(entry.getContentMethods().spliterator(), false)
                        .anyMatch(coder -> coder.getMethod() == SevenZMethod.AES256SHA256);
    }

    private static long sizes(SevenZFile archive) {
        return StreamSupport.stream(archive.getEntries().spliterator(), false)
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
    }

    /** The bytes of the file on which the archive's cursor stands. */
    private final class Cursor extends InputStream {
        @Override
        public int read() throws IOException {
            return archive.read();
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            return archive.read(to, offset, length);
        }
    }
}
