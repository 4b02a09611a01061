package org.scora.quarantine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Writes files so that they are whole and there, or not there at all, whenever the power goes. */
final class DurableFiles {
    private static final int BUFFER = 16 * 1024;

    private DurableFiles() {}

    /**
     * Writes a compressed file beside its place, fsyncs it, moves it there, and fsyncs the folder. What a crash leaves beside it is
     * overwritten when the same file is written again.
     *
     * @return the length of the content, without the first line
     */
    static long write(Path file, byte[] firstLine, InputStream content) throws IOException {
        Path folder = createFolders(parentOf(file.toAbsolutePath()));
        Path draft = folder.resolve(file.getFileName() + ".part");
        long length;
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            GZIPOutputStream out = new GZIPOutputStream(Channels.newOutputStream(channel), BUFFER);
            out.write(firstLine);
            length = content.transferTo(out);
            out.finish();
            channel.force(true);
        } catch (IOException e) {
            // A full disk is not made fuller by what could not be finished.
            Files.deleteIfExists(draft);
            throw e;
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
        return length;
    }

    /** Makes a folder and those above it; each new name is durable in its parent. */
    static Path createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = createFolders(parentOf(folder));
            Files.createDirectories(folder);
            sync(parent);
        }
        return folder;
    }

    private static Path parentOf(Path path) {
        return Optional.ofNullable(path.getParent()).orElseThrow();
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
