package org.scora.seal;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in the header field {@code X-Scora-Seal}: {@code v=1; t=1764000000; r=4QX7-M2DA-9KTW; d=example.com;
 * k=…; s=…}. The signature is the HMAC-SHA256, by the domain's key, of all that stands before it, blanks left out.
 *
 * @param at when it was sealed, in whole seconds
 * @param receipt of the message; "-" when it has none, as a notice of the gateway's own
 * @param domain of the recipients, in lower case
 * @param token of the domain's key
 * @param signature in hexadecimal
 */
public record Seal(Instant at, String receipt, String domain, String token, String signature) {
    /** The header field's name. */
    public static final String FIELD = "X-Scora-Seal";

    private static final String VERSION = "1";
    private static final int LONGEST = 1000;

    static Seal of(SealKey key, Instant at, String receipt, String domain) {
        String signed = signed(at, receipt, domain, key.token());
        return new Seal(at, receipt, domain, key.token(), key.sign(signed));
    }

    private static String signed(Instant at, String receipt, String domain, String token) {
        return "v=" + VERSION + ";t=" + at.getEpochSecond() + ";r=" + receipt + ";d=" + domain + ";k=" + token;
    }

    /** As it stands in the header; each blank is one where it may be folded. */
    public String text() {
        return signed(at, receipt, domain, token).replace(";", "; ") + "; s=" + signature;
    }

    /** Reads a header field's value; empty for one that is no seal of a version that is known. */
    public static Optional<Seal> parse(String value) {
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, String> tags = new HashMap<>();
        for (String tag : Splitter.on(';').split(value.replaceAll("\\s+", ""))) {
            int equals = tag.indexOf('=');
            if (equals < 1 || tags.put(tag.substring(0, equals), tag.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        boolean complete = tags.keySet().containsAll(Set.of("v", "t", "r", "d", "k", "s"));
        return complete && VERSION.equals(tags.get("v")) && tags.size() == 6 ? of(tags) : Optional.empty();
    }

    private static Optional<Seal> of(Map<String, String> tags) {
        try {
            return Optional.of(new Seal(
                    Instant.ofEpochSecond(Long.parseLong(tags.getOrDefault("t", ""))),
                    tags.getOrDefault("r", ""),
                    tags.getOrDefault("d", ""),
                    tags.getOrDefault("k", ""),
                    tags.getOrDefault("s", "")));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the key's owner made it. Compares in a time that does not tell how much was right. */
    boolean isBy(SealKey key) {
        String expected = key.sign(signed(at, receipt, domain, token));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }
}
