package org.scora.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one domain, made from the gateway's secret: whoever has it can tell that domain's seals, and make them, but
 * those of no other domain.
 */
public final class SealKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 9;

    private final byte[] key;

    private SealKey(byte[] key) {
        this.key = key;
    }

    /** @param secret of the gateway */
    static SealKey of(byte[] secret, String domain) {
        return new SealKey(hmac(secret, "scora-seal-v1:" + domain.toLowerCase(Locale.ROOT)));
    }

    /** In hexadecimal, as it is given to the customer's server. */
    public String hex() {
        return HexFormat.of().formatHex(key);
    }

    /**
     * A short text that stands in each seal of the domain, for servers that can look for a text but reckon nothing. It
     * is made from the key and does not tell it.
     */
    public String token() {
        return HexFormat.of().formatHex(Arrays.copyOf(hmac(key, "token"), TOKEN_BYTES));
    }

    String sign(String text) {
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
