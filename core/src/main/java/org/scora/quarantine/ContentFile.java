package org.scora.quarantine;

import com.google.common.hash.Hashing;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The file of one content: where it lies, and the first line by which its key can be told. */
record ContentFile(String key) {
    private static final String SUFFIX = ".eml.gz";
    // Older versions did not compress.
    private static final String PLAIN_SUFFIX = ".eml";
    private static final String FIELD = "X-Scora-Key: ";
    // A key of some thousand characters, each percent-encoded from four bytes, fits.
    private static final int LONGEST_LINE = 64 * 1024;

    Path in(Path root) {
        return path(root, SUFFIX);
    }

    /** Where an older version wrote it. */
    Path plainIn(Path root) {
        return path(root, PLAIN_SUFFIX);
    }

    private Path path(Path root, String suffix) {
        String name = Hashing.sha256().hashUnencodedChars(key).toString();
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name + suffix);
    }

    byte[] firstLine() {
        return (FIELD + URLEncoder.encode(key, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The content, behind the first line. */
    InputStream open(Path root) throws IOException {
        Path compressed = in(root);
        InputStream file = opened(Files.exists(compressed) ? compressed : plainIn(root));
        try {
            file.skipNBytes(firstLine().length);
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static InputStream opened(Path path) throws IOException {
        InputStream file = new BufferedInputStream(Files.newInputStream(path));
        if (!path.toString().endsWith(SUFFIX)) {
            return file;
        }
        try {
            return new BufferedInputStream(new GZIPInputStream(file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** The key of a file; empty for one that is not of this store, or was deleted meanwhile. */
    static Optional<String> keyIn(Path path) {
        String name = path.getFileName().toString();
        if (!name.endsWith(SUFFIX) && !name.endsWith(PLAIN_SUFFIX)) {
            return Optional.empty();
        }
        try (InputStream file = opened(path)) {
            String line = firstLineOf(file);
            return line.startsWith(FIELD)
                    ? Optional.of(URLDecoder.decode(line.substring(FIELD.length()), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (NoSuchFileException | ZipException | EOFException e) {
            // Deleted meanwhile, or so damaged that not even its key can be read.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLineOf(InputStream file) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = file.read(); letter >= 0 && letter != '\n' && line.length() < LONGEST_LINE; ) {
            line.append((char) letter);
            letter = file.read();
        }
        return line.toString();
    }
}
