package org.scora.check.auth;

import com.google.common.primitives.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A public key as a domain publishes it (RFC 6376 section 3.6.1; Ed25519: RFC 8463).
 *
 * @param exactIdentity whether the identity has to be of the very domain (t=s)
 */
record DkimKey(PublicKey key, boolean exactIdentity) {
    private static final String RSA = "rsa";
    private static final String ED25519 = "ed25519";
    // RFC 8301 section 3.2; above the most, verification costs more than any sender needs.
    private static final int LEAST_BITS = 1024;
    private static final int MOST_BITS = 8192;
    // What stands before the 32 bytes of a key in X.509 (RFC 8410 section 4).
    private static final byte[] ED25519_PREFIX = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };
    private static final int ED25519_LENGTH = 32;

    /** Empty for what is no key, one that is revoked, and one that is not meant for mail or for SHA-256. */
    static Optional<DkimKey> parse(String record) {
        return TagList.parse(record).filter(DkimKey::isForMail).flatMap(DkimKey::of);
    }

    private static boolean isForMail(TagList tags) {
        return tags.get("v").map("DKIM1"::equals).orElse(!tags.has("v"))
                && tags.list("h").orElse(List.of("sha256")).contains("sha256")
                && tags.list("s").orElse(List.of("*")).stream().anyMatch(List.of("*", "email")::contains);
    }

    private static Optional<DkimKey> of(TagList tags) {
        String type = tags.get("k").orElse(RSA).toLowerCase(Locale.ROOT);
        boolean exact = tags.list("t").orElse(List.of()).contains("s");
        return tags.bytes("p").flatMap(bytes -> key(type, bytes)).map(key -> new DkimKey(key, exact));
    }

    private static Optional<PublicKey> key(String type, byte[] bytes) {
        try {
            return switch (type) {
                case RSA -> Optional.of(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes)));
                case ED25519 ->
                    bytes.length == ED25519_LENGTH
                            ? Optional.of(KeyFactory.getInstance("Ed25519")
                                    .generatePublic(new X509EncodedKeySpec(Bytes.concat(ED25519_PREFIX, bytes))))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    boolean fits(String algorithm) {
        return algorithm.equals((isRsa() ? RSA : ED25519) + "-sha256");
    }

    /** Whether a signature with this key proves anything. */
    boolean isStrong() {
        int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : LEAST_BITS;
        return bits >= LEAST_BITS && bits <= MOST_BITS;
    }

    /** Ed25519 signs the data's hash (RFC 8463 section 3). */
    boolean verifies(byte[] data, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(isRsa() ? "SHA256withRSA" : "Ed25519");
            verifier.initVerify(key);
            verifier.update(isRsa() ? data : Sha256.digest().digest(data));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isRsa() {
        return key instanceof RSAPublicKey;
    }
}
