package org.scora.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secret by which the {@code scora} command and the operator prove to the local admin API that they may read the
 * server's files. Made at the first start, readable by the server's user alone.
 */
public final class AdminToken {
    private static final int BYTES = 32;

    private final String secret;

    private AdminToken(String secret) {
        this.secret = secret;
    }

    /** Reads the token, making it first if need be. */
    public static AdminToken createOrRead(Path file, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        } catch (FileAlreadyExistsException e) {
            return read(file).orElseThrow(() -> new UncheckedIOException(new IOException(file + " vanished", e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AdminToken(HexFormat.of().formatHex(bytes));
    }

    /** The token of a server that has run here; empty when there is none. */
    public static Optional<AdminToken> read(Path file) {
        try {
            return Optional.of(new AdminToken(Files.readString(file).trim()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares in a time that does not tell how much was right. */
    public boolean matches(String offered) {
        return !secret.isEmpty()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret itself, to be sent with a request. */
    public String secret() {
        return secret;
    }
}
