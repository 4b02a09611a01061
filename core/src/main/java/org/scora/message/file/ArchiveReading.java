package org.scora.message.file;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists one archive, and reads the files in it as far as the limits allow. */
final class ArchiveReading implements ArchiveVisitor {
    private static final int BEGINNING = 4096;

    private final MailFile archive;
    private final FileReading reading;
    private final Allowance allowance;
    private final List<FileName> path;
    private int files;
    private boolean encrypted;
    private long size;
    private long packed;

    ArchiveReading(MailFile archive, FileReading reading, Allowance allowance) {
        this.archive = archive;
        this.reading = reading;
        this.allowance = allowance;
        this.path = Stream.concat(archive.holders().stream(), Stream.of(archive.name()))
                .toList();
    }

    Contents read() {
        try {
            visit();
        } catch (IOException | RuntimeException | LinkageError e) {
            // What was listed before it broke stays.
            return contents();
        }
        return contents();
    }

    Contents tooDeep() {
        Contents.Excess excess = new Contents.Excess(
                Contents.Excess.Kind.NESTING,
                archive.shown() + " is an archive in an archive, " + path.size() + " deep");
        return new Contents.Archive(0, false, Optional.of(excess));
    }

    @Override
    public boolean file(Entry entry, Source source) {
        files++;
        size += Math.max(0, entry.size());
        packed += Math.max(0, entry.packed());
        encrypted = encrypted || entry.encrypted();
        byte[] content = entry.encrypted() ? new byte[0] : unpack(source);
        return reading.read(entry.name(), "", content, Math.max(entry.size(), content.length), path);
    }

    @Override
    public void locked() {
        encrypted = true;
    }

    private void visit() throws IOException {
        byte[] content = archive.content();
        switch (archive.kind()) {
            case ZIP -> ZipReading.visit(content, this);
            case SEVEN_ZIP -> SevenZipReading.visit(content, this);
            case RAR -> RarReading.visit(content, this);
            case TAR -> PackedReading.visitTar(content, this);
            default -> PackedReading.visitPacked(archive.kind(), archive.name(), content, archive.size(), this);
        }
    }

    private byte[] unpack(Source source) {
        int most = allowance.bytesOfNextFile();
        try (InputStream in = source.open()) {
            byte[] beginning = in.readNBytes(Math.min(most, BEGINNING));
            // The rest is unpacked only where it is looked at.
            byte[] content = FileKind.of(beginning).isOpened()
                    ? Bytes.concat(beginning, in.readNBytes(most - beginning.length))
                    : beginning;
            allowance.unpacked(content.length);
            return content;
        } catch (IOException | RuntimeException | LinkageError e) {
            return new byte[0];
        }
    }

    private Contents contents() {
        FileLimits limits = allowance.limits();
        boolean bomb = size > limits.honestBytes() && size / Math.max(1, packed) > limits.honestRatio();
        Optional<Contents.Excess> excess = Optional.of(new Contents.Excess(
                        Contents.Excess.Kind.BOMB,
                        archive.shown() + " is " + packed + " bytes long and would unpack to " + size))
                .filter(found -> bomb);
        return new Contents.Archive(files, encrypted, excess);
    }
}
