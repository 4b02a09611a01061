package org.scora.mailets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Signs mails of example.org (RFC 6376) with a key made for this run. A library would turn raw 8-bit bytes in headers into
 * something else before it signs them.
 */
final class SignedMail {
    private static final KeyPair KEYS = keys();
    static final String PUBLIC_KEY =
            Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());

    private static final List<String> SIGNED = List.of("from", "to", "subject", "date", "message-id", "x-odd");

    private SignedMail() {}

    /**
     * Puts a signature in front.
     *
     * @param source one char a byte, with CRLF, and each signed field at most once
     * @param canonicalization {@code simple/simple} or {@code relaxed/relaxed}
     */
    static String of(String source, String canonicalization) throws GeneralSecurityException {
        boolean relaxed = canonicalization.startsWith("relaxed");
        String[] headAndBody = source.split("\r\n\r\n", 2);
        String bodyHash = base64(MessageDigest.getInstance("SHA-256").digest(bytes(body(headAndBody[1], relaxed))));
        String unsigned = "DKIM-Signature: v=1; a=rsa-sha256; c=" + canonicalization + "; d=example.org; s=s1;\r\n h="
                + String.join(":", SIGNED) + "; bh=" + bodyHash + ";\r\n b=";
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEYS.getPrivate());
        for (String name : SIGNED) {
            for (String field : headAndBody[0].split("\r\n(?![ \t])")) {
                if (field.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                    signature.update(bytes(header(field, relaxed) + "\r\n"));
                }
            }
        }
        signature.update(bytes(header(unsigned, relaxed)));
        return unsigned + base64(signature.sign()) + "\r\n" + source;
    }

    private static String header(String field, boolean relaxed) {
        String[] nameAndValue = field.split(":", 2);
        return relaxed
                ? nameAndValue[0].toLowerCase(Locale.ROOT) + ":"
                        + nameAndValue[1]
                                .replace("\r\n", "")
                                .replaceAll("[ \t]+", " ")
                                .trim()
                : field;
    }

    private static String body(String body, boolean relaxed) {
        List<String> lines = Arrays.stream(body.split("\r\n"))
                .map(line -> relaxed ? line.replaceAll("[ \t]+", " ").replaceAll(" $", "") : line)
                .toList();
        return String.join("\r\n", lines) + "\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    // Short enough for one string of a TXT record.
    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
