package org.scora.people;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The secret by which the {@code scora} command and the operator prove to the local admin API that they may read the
 * server's files: the text of a {@link SecretFile}.
 *
 * @param secret in hexadecimal, to be sent with a request
 */
public record AdminToken(String secret) {

    /** Reads the token, making it first if need be; throws UncheckedIOException for a file that can not be used. */
    public static AdminToken createOrRead(Path file, SecureRandom random) {
        return of(SecretFile.createOrRead(file, random));
    }

    /** The token of a server that has run here; empty when there is none. */
    public static Optional<AdminToken> read(Path file) {
        return SecretFile.read(file).map(AdminToken::of);
    }

    private static AdminToken of(byte[] secret) {
        return new AdminToken(HexFormat.of().formatHex(secret));
    }

    /** Compares in a time that does not tell how much was right. */
    public boolean matches(String offered) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /** Not in logs. */
    @Override
    public String toString() {
        return "an admin token";
    }
}
