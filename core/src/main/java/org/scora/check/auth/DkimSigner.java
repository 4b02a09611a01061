package org.scora.check.auth;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.scora.setting.GatewaySettings;
import org.scora.setting.SettingException;

/**
 * Signs mail that the gateway writes itself (RFC 6376), with RSA and SHA-256 and in the relaxed forms, which survive the
 * refolding of other servers. Safe for use by several threads.
 */
public final class DkimSigner {
    private static final int LEAST_BITS = 2048;
    private static final int LINE = 70;
    // Named though they may be missing, so that nobody adds them; From twice, so that nobody adds a second (section
    // 8.15). RFC 8058 section 4 asks for both fields about lists.
    private static final List<String> SIGNED = List.of(
            "From",
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Auto-Submitted",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");

    private final RSAPrivateKey key;
    private final String domain;
    private final String selector;
    private final Clock clock;

    /** @param domain whose DNS has the public key, under the selector */
    DkimSigner(RSAPrivateKey key, String domain, String selector, Clock clock) {
        this.key = key;
        this.domain = domain;
        this.selector = selector;
        this.clock = clock;
    }

    /**
     * With the key that the settings name; empty when they name none.
     *
     * @throws SettingException for a key that can not be used
     */
    public static Optional<DkimSigner> of(GatewaySettings settings, Clock clock) {
        return settings.get(GatewaySettings.DKIM_KEY)
                .map(name -> settings.confFolder().resolve(name))
                .map(file -> new DkimSigner(
                        key(file, settings),
                        settings.get(GatewaySettings.DKIM_DOMAIN)
                                .orElseGet(() -> settings.get(GatewaySettings.HOSTNAME)),
                        settings.get(GatewaySettings.DKIM_SELECTOR),
                        clock));
    }

    private static RSAPrivateKey key(Path file, GatewaySettings settings) {
        String problem;
        try {
            RSAPrivateKey key = read(file);
            if (key.getModulus().bitLength() >= LEAST_BITS) {
                return key;
            }
            problem = file + " has " + key.getModulus().bitLength() + " bits, which receivers do not trust";
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            problem = file + " can not be read as a private key: " + e.getMessage();
        }
        throw SettingException.of(
                settings.confFolder().resolve(GatewaySettings.FILE).toString(),
                GatewaySettings.DKIM_KEY.name(),
                problem,
                "Make one in the folder conf: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out dkim.pem");
    }

    private static RSAPrivateKey read(Path file) throws IOException, GeneralSecurityException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        if (!pem.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new IOException("it does not begin with -----BEGIN PRIVATE KEY-----");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    /** The message with a signature in front. */
    public byte[] sign(byte[] source) {
        DkimMessage message = new DkimMessage(source);
        String unsigned =
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + ";\r\n"
                        + " t=" + clock.instant().getEpochSecond() + ";\r\n"
                        + " h=" + String.join(":\r\n ", SIGNED) + ";\r\n"
                        + " bh=" + base64(message.bodyHash(true, OptionalLong.empty())) + ";\r\n"
                        + " b=";
        String lines = String.join(
                "\r\n ",
                Splitter.fixedLength(LINE)
                        .split(base64(signature(SignatureVerification.signedData(message, SIGNED, unsigned, true)))));
        byte[] field = (unsigned + lines + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] signed = new byte[field.length + source.length];
        System.arraycopy(field, 0, signed, 0, field.length);
        System.arraycopy(source, 0, signed, field.length, source.length);
        return signed;
    }

    private byte[] signature(byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was read and can not sign", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
