package org.scora.message;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The short name of a message that people and logs use: twelve letters and digits, such as {@code 4QX7-M2DA-9KTW}. It
 * is made from the server's own name of the mail, so a message that is worked on twice keeps its receipt.
 */
public record ReceiptId(String text) {
    // Without I, L, O and U, which are misread on the telephone (Crockford's base 32).
    private static final BaseEncoding ALPHABET = BaseEncoding.base32().omitPadding();

    /** @param mailName the server's name of the mail as it was accepted, before any split by recipient */
    public static ReceiptId of(String mailName) {
        byte[] hash =
                Hashing.sha256().hashString(mailName, StandardCharsets.UTF_8).asBytes();
        String code = toCrockford(ALPHABET.encode(Arrays.copyOf(hash, 8))).substring(0, 12);
        return grouped(code);
    }

    /**
     * Reads a receipt as a person writes it: any case, with or without hyphens, with the letters that Crockford's base 32
     * takes for digits.
     *
     * @return empty for a text that can be no receipt
     */
    public static Optional<ReceiptId> parse(String text) {
        String code = text.strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return code.matches("[0-9A-HJKMNP-TV-Z]{12}") ? Optional.of(grouped(code)) : Optional.empty();
    }

    private static ReceiptId grouped(String code) {
        return new ReceiptId(code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8));
    }

    private static String toCrockford(String base32) {
        String from = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        String to = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder code = new StringBuilder(base32.length());
        base32.chars().forEach(letter -> code.append(to.charAt(from.indexOf(letter))));
        return code.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
