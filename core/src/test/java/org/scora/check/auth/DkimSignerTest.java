package org.scora.check.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.setting.GatewaySettings;
import org.scora.setting.SettingException;

/** What we sign, judged by another program's verifier. */
class DkimSignerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final String MAIL = "From: Scora <postmaster@mx.gateway.example>\r\nTo: bob@example.com\r\n"
            + "Subject: Held for you:\r\n three messages\r\nMessage-ID: <1@mx.gateway.example>\r\n"
            + "List-Unsubscribe: <https://mx.gateway.example/l/a>\r\n\r\nHello,\r\n\r\nyours.\r\n\r\n";

    private static KeyPair keys;

    @TempDir
    private Path home;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = keyPair(2048);
    }

    private static KeyPair keyPair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    @Test
    void anotherVerifierFindsItsSignatureGood() throws Exception {
        String signed = sign(MAIL);
        assertThat(signed)
                .startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mx.gateway.example; s=scora;");
        assertThat(signed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
        assertThat(signed).endsWith(MAIL);
        assertThat(verify(signed)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"From: x@evil.example", "List-Unsubscribe: <https://evil.example/>", "Reply-To: x@evil.example"})
    void nobodyAddsAField(String field) throws Exception {
        String altered = sign(MAIL).replace("Message-ID:", field + "\r\nMessage-ID:");
        assertThatThrownBy(() -> verify(altered)).isInstanceOf(FailException.class);
    }

    @Test
    void nobodyChangesTheText() throws Exception {
        String altered = sign(MAIL).replace("yours", "theirs");
        assertThatThrownBy(() -> verify(altered)).isInstanceOf(FailException.class);
    }

    @Test
    void withoutAKeyNothingIsSigned() throws Exception {
        assertThat(DkimSigner.of(settings(""), CLOCK)).isEmpty();
    }

    @Test
    void theDomainAboveTheHostnameCanSign() throws Exception {
        Files.writeString(home.resolve("conf.pem"), pem(keys));
        DkimSigner signer = DkimSigner.of(
                        settings("dkim.key=../conf.pem\ndkim.domain=gateway.example\ndkim.selector=s2.mail\n"), CLOCK)
                .orElseThrow();
        assertThat(new String(signer.sign(bytes(MAIL)), StandardCharsets.ISO_8859_1))
                .contains("d=gateway.example; s=s2.mail;");
    }

    @Test
    void aKeyThatCanNotBeUsedIsNamedWithTheRemedy() throws Exception {
        assertRefused("dkim.key=none.pem\n", "none.pem can not be read as a private key");
        Files.writeString(home.resolve("short.pem"), pem(keyPair(1024)));
        assertRefused("dkim.key=../short.pem\n", "has 1024 bits");
        Files.writeString(home.resolve("public.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertRefused("dkim.key=../public.pem\n", "does not begin with -----BEGIN PRIVATE KEY-----");
        Files.writeString(home.resolve("bad.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertRefused("dkim.key=../bad.pem\n", "can not be read as a private key");
    }

    private void assertRefused(String written, String problem) throws Exception {
        GatewaySettings settings = settings(written);
        assertThatThrownBy(() -> DkimSigner.of(settings, CLOCK))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("dkim.key")
                .hasMessageContaining(problem)
                .hasMessageContaining("openssl genpkey");
    }

    private GatewaySettings settings(String written) throws Exception {
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve("scora.properties"), "hostname=mx.gateway.example\n" + written);
        return GatewaySettings.read(home);
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private String sign(String mail) throws Exception {
        Files.writeString(home.resolve("key.pem"), pem(keys));
        DkimSigner signer =
                DkimSigner.of(settings("dkim.key=../key.pem\n"), CLOCK).orElseThrow();
        return new String(signer.sign(bytes(mail)), StandardCharsets.ISO_8859_1);
    }

    private static int verify(String mail) throws Exception {
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return Optional.ofNullable(new DKIMVerifier((methods, selector, domain) -> List.of(record))
                        .verify(new ByteArrayInputStream(bytes(mail))))
                .map(List::size)
                .orElse(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
