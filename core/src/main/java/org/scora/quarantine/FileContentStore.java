package org.scora.quarantine;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

/**
 * Content as files, two levels of folders deep, each message in a file that a person can read with {@code zcat}: our own
 * header line with the key in front, then the message as it came. Names are hashes, so that no key can lead out of the folder. Safe for
 * use by several threads of one process.
 */
public final class FileContentStore implements ContentStore {
    private static final int STRIPES = 64;
    private static final int FOLDERS_DEEP = 3;

    private final Path root;
    private final Striped<Lock> locks = Striped.lock(STRIPES);

    /** @param root the folder; made when it is missing */
    public FileContentStore(Path root) {
        this.root = root;
        try {
            DurableFiles.createFolders(root.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long write(String key, InputStream content) {
        ContentFile file = new ContentFile(key);
        Lock lock = locks.get(key);
        lock.lock();
        try {
            return DurableFiles.write(file.in(root), file.firstLine(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<InputStream> read(String key) {
        ContentFile file = new ContentFile(key);
        try {
            return Optional.of(file.open(root));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String place(String key) {
        return "file " + new ContentFile(key).in(root);
    }

    @Override
    public void delete(String key) {
        ContentFile file = new ContentFile(key);
        try {
            Files.deleteIfExists(file.in(root));
            Files.deleteIfExists(file.plainIn(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String setAside(String key) {
        ContentFile file = new ContentFile(key);
        Path place = Files.exists(file.in(root)) ? file.in(root) : file.plainIn(root);
        Path folder = root.toAbsolutePath().resolveSibling(root.getFileName() + "-orphans");
        Path aside = folder.resolve(place.getFileName());
        try {
            DurableFiles.createFolders(folder);
            Files.move(place, aside, StandardCopyOption.REPLACE_EXISTING);
            return "file " + aside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant writtenAt(String key) {
        ContentFile file = new ContentFile(key);
        try {
            Path place = Files.exists(file.in(root)) ? file.in(root) : file.plainIn(root);
            return Files.getLastModifiedTime(place).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> keys() {
        try (Stream<Path> files = Files.find(root, FOLDERS_DEEP, (path, attributes) -> attributes.isRegularFile())) {
            return files.flatMap(path -> ContentFile.keyIn(path).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
