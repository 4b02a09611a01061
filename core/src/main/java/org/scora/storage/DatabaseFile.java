package org.scora.storage;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The file of the embedded database, which goes on writing to it after somebody deleted it or put another in its place:
 * all of that would be gone at the next start. Safe for use by several threads.
 */
final class DatabaseFile {
    /** The longest that an answer is believed. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private static final String PREFIX = "jdbc:h2:";
    private static final String SUFFIX = ".mv.db";
    /** The two headers of an MVStore. */
    private static final long LEAST_BYTES = 8192;

    private final Path path;
    private final @Nullable Object key;
    private final Supplier<Optional<String>> trouble;

    private DatabaseFile(Path path, @Nullable Object key, Duration kept) {
        this.path = path;
        this.key = key;
        this.trouble = Suppliers.memoizeWithExpiration(this::look, kept);
    }

    /** The file as it is now; empty when the address names none. */
    static Optional<DatabaseFile> of(String url) {
        return of(url, KEPT);
    }

    static Optional<DatabaseFile> of(String url, Duration kept) {
        return pathIn(url).flatMap(path -> open(path, kept));
    }

    private static Optional<DatabaseFile> open(Path path, Duration kept) {
        try {
            return Optional.of(new DatabaseFile(path, attributes(path).fileKey(), kept));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    // What has another prefix than file: is in memory, on a server, or on a file system of H2's own.
    private static Optional<Path> pathIn(String url) {
        if (!url.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String name = url.substring(PREFIX.length()).replaceFirst(";.*", "").replaceFirst("^file:", "");
        return name.matches("[A-Za-z]{2,}:.*")
                ? Optional.empty()
                : Optional.of(Path.of(name.replaceFirst("^~", System.getProperty("user.home")) + SUFFIX));
    }

    /** Why nothing may be written now, with what to do about it; looked at anew once a second at most. */
    Optional<String> trouble() {
        return trouble.get();
    }

    private Optional<String> look() {
        try {
            BasicFileAttributes now = attributes(path);
            if (!Objects.equals(key, now.fileKey())) {
                return Optional.of("another file was put in the place of " + path + "; restart the server to use it");
            }
            return now.size() < LEAST_BYTES
                    ? Optional.of(path + " was cut short; stop the server and restore the file")
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.of(path + " was deleted or moved; stop the server and restore the file");
        } catch (IOException e) {
            return Optional.of(path + " can not be reached: " + e.getMessage());
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }
}
