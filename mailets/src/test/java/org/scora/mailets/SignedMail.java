package org.scora.mailets;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.james.jdkim.DKIMSigner;

/** Signs mails of example.org (RFC 6376) with a key made for this run. */
final class SignedMail {
    private static final KeyPair KEYS = keys();
    static final String PUBLIC_KEY =
            Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());

    private SignedMail() {}

    static String of(String source, String canonicalization) throws Exception {
        String template = "v=1; a=rsa-sha256; c=" + canonicalization
                + "; d=example.org; s=s1; h=from:to:subject:date:message-id:x-odd; bh=; b=;";
        String signature = new DKIMSigner(template, KEYS.getPrivate())
                .sign(new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
        return signature + "\r\n" + source;
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
