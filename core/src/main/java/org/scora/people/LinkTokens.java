package org.scora.people;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and proves the tokens in links: a random number, and an HMAC-SHA256 (RFC 2104, cut to 128 bits) over it and all
 * that the link is for. A row of the database that somebody altered or added fits no token.
 */
public final class LinkTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_BYTES = 9;
    private static final int MAC_BYTES = 16;
    // Mail programs lower the case of addresses, in which tokens stand too (RFC 4648 section 6).
    private static final BaseEncoding BASE32 = BaseEncoding.base32().lowerCase().omitPadding();
    private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{40}");

    private final byte[] key;
    private final SecureRandom random;

    /** @param key secret, at least 32 bytes; the same in all nodes */
    public LinkTokens(byte[] key, SecureRandom random) {
        this.key = key.clone();
        this.random = random;
    }

    /** A new token for a link. */
    public String issue(Link link) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return BASE32.encode(Bytes.concat(nonce, mac(nonce, link)));
    }

    /** Whether the token was made for this link, in all its parts. */
    public boolean proves(String token, Link link) {
        if (!isToken(token)) {
            return false;
        }
        byte[] bytes = BASE32.decode(normal(token));
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        return MessageDigest.isEqual(Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length), mac(nonce, link));
    }

    /** Whether a text has the form of a token. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(normal(text)).matches();
    }

    /** What is kept of a token: SHA-256 in hexadecimal. */
    public static String hashOf(String token) {
        return Hashing.sha256()
                .hashString(normal(token), StandardCharsets.US_ASCII)
                .toString();
    }

    private static String normal(String token) {
        return token.toLowerCase(Locale.ROOT);
    }

    private byte[] mac(byte[] nonce, Link link) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(nonce);
            // No part holds NUL, so that no two links read the same.
            String text = String.join(
                    "\0",
                    "scora-link-v1",
                    link.kind().name(),
                    link.owner().replace('\0', '\uFFFD'),
                    link.about().replace('\0', '\uFFFD'),
                    Long.toString(link.expires().getEpochSecond()));
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
