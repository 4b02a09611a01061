package org.scora.message.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Lists zip archives (APPNOTE.TXT of PKWARE). */
final class ZipReading {
    private ZipReading() {}

    /** Shows all files by the directory at the end, or, where that was cut off, as far as they come. */
    static void visit(byte[] content, ArchiveVisitor visitor) throws IOException {
        try (ZipFile zip = open(content)) {
            visit(zip, visitor);
        } catch (IOException e) {
            visitFromTheStart(content, visitor);
        }
    }

    static ZipFile open(byte[] content) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setIgnoreLocalFileHeader(true)
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    static void visit(ZipFile zip, ArchiveVisitor visitor) {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        for (ZipArchiveEntry entry : entries) {
            if (!entry.isDirectory() && !visitor.file(describe(entry), () -> zip.getInputStream(entry))) {
                return;
            }
        }
    }

    private static void visitFromTheStart(byte[] content, ArchiveVisitor visitor) throws IOException {
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new ByteArrayInputStream(content), "UTF-8", true, true)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !visitor.file(describe(entry), () -> zip)) {
                    return;
                }
            }
        }
    }

    private static ArchiveVisitor.Entry describe(ZipArchiveEntry entry) {
        return new ArchiveVisitor.Entry(
                entry.getName(),
                entry.getSize(),
                entry.getCompressedSize(),
                entry.getGeneralPurposeBit().usesEncryption());
    }
}
