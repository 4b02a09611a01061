package org.scora.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A secret of 256 bits in a file that the server's user alone can read, in hexadecimal. Made at the first start; nodes that
 * work for the same domains need the same file.
 */
public final class SecretFile {
    private static final int BYTES = 32;

    private SecretFile() {}

    /** Where the secret that proves links is in a var folder. */
    public static Path ofLinks(Path varFolder) {
        return varFolder.resolve("link-secret");
    }

    /** Where the secret that makes pseudonyms in the journal is in a var folder. */
    public static Path ofPseudonyms(Path varFolder) {
        return varFolder.resolve("pseudonym-secret");
    }

    /** Reads the secret, making it first if need be. Throws UncheckedIOException for a file that can not be used. */
    public static byte[] createOrRead(Path file, SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(
                    folder,
                    file.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(draft, HexFormat.of().formatHex(secret) + "\n");
                // A link is made whole or not at all, also when two processes start at once.
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                return read(file).orElseThrow(() -> new UncheckedIOException(new IOException(file + " vanished", e)));
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secret;
    }

    /** The secret of a server that has run here; empty when there is none. */
    public static Optional<byte[]> read(Path file) {
        try {
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).trim());
            if (secret.length < BYTES) {
                throw new IOException(file + " is no secret: it has to have " + 2 * BYTES + " hexadecimal digits");
            }
            return Optional.of(secret);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(file + " is no secret: it is not hexadecimal", e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
