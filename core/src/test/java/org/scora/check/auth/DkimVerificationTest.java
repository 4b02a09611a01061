package org.scora.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scora.dns.Dns;
import org.scora.dns.ZoneFileDns;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;

class DkimVerificationTest {
    private static final String MAIL = "From: anna@firm.example\r\nTo: user@customer.example\r\n"
            + "Subject: The new\r\n shelves\r\n\r\nHello,\r\n\r\nthey come next week.\r\n";
    private static final String TEMPLATE =
            "v=1; a=rsa-sha256; c=simple/simple; d=firm.example; s=spring; h=from:subject;";

    private static KeyPair keys;
    private static Dns dns;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        dns = ZoneFileDns.parse("test zone", """
                $ORIGIN _domainkey.firm.example.
                spring  TXT ("v=DKIM1; p=%s" "%s")
                revoked TXT "v=DKIM1; p="
                down    TXT "scora-test: servfail"
                """.formatted(key.substring(0, 200), key.substring(200)));
    }

    @Test
    void aMessageWithoutSignaturesHasNoResults() {
        assertThat(verify(MAIL)).isEmpty();
    }

    @Test
    void aMessageThatIsAsItWasSignedPasses() throws Exception {
        assertThat(verify(signed(TEMPLATE))).containsExactly(new Signature(Result.PASS, "firm.example", "spring"));
    }

    @Test
    void aMailFileWithBareLineFeedsIsVerifiedAsItWasSent() throws Exception {
        assertThat(verify(signed(TEMPLATE).replace("\r\n", "\n")))
                .extracting(Signature::result)
                .containsExactly(Result.PASS);
    }

    @Test
    void anAlteredBodyOrHeaderFails() throws Exception {
        assertThat(results(signed(TEMPLATE).replace("next week", "next year"))).containsExactly(Result.FAIL);
        assertThat(results(signed(TEMPLATE).replace("From: anna", "From: bert")))
                .containsExactly(Result.FAIL);
    }

    @Test
    void aKeyThatIsRevokedOrMissingFailsAndOneThatCanNotBeHadIsATemporaryError() throws Exception {
        assertThat(results(signed(TEMPLATE.replace("spring", "revoked")))).containsExactly(Result.FAIL);
        assertThat(results(signed(TEMPLATE.replace("spring", "nowhere")))).containsExactly(Result.FAIL);
        assertThat(results(signed(TEMPLATE.replace("spring", "down")))).containsExactly(Result.TEMPERROR);
    }

    @Test
    void severalSignaturesHaveTheirResultsInTheMessagesOrder() throws Exception {
        String twice = sign(TEMPLATE.replace("spring", "nowhere"), signed(TEMPLATE));
        assertThat(verify(twice))
                .containsExactly(
                        new Signature(Result.FAIL, "firm.example", "nowhere"),
                        new Signature(Result.PASS, "firm.example", "spring"));
    }

    @Test
    void onlyTheFirstSignaturesAreLookedAt() throws Exception {
        String many = signed(TEMPLATE.replace("spring", "nowhere")).split("\r\n(?!\\s)")[0] + "\r\n";
        assertThat(verify(many.repeat(50) + MAIL)).hasSizeLessThanOrEqualTo(RawMessage.SIGNATURES_AT_MOST);
    }

    @Test
    void brokenSignaturesAreAPermanentError() {
        assertThat(results("DKIM-Signature: v=1; a=rsa-sha256\r\n" + MAIL)).containsExactly(Result.PERMERROR);
        assertThat(results("DKIM-Signature:\r\n" + MAIL)).containsExactly(Result.PERMERROR);
    }

    @Test
    void aSenderWhoseClockIsALittleAheadPasses() throws Exception {
        Clock clock = Clock.systemUTC();
        assertThat(results(signed(TEMPLATE + " t=" + in(Duration.ofMinutes(2), clock) + ";")))
                .containsExactly(Result.PASS);
        assertThat(results(signed(TEMPLATE + " t=" + in(Duration.ofDays(2), clock) + ";")))
                .containsExactly(Result.FAIL);
    }

    @Test
    void whatTheLibraryCanNotVerifyIsNeutralAndWhatProvesNothingIsPolicy() throws Exception {
        assertThat(results(signed(TEMPLATE).replace("rsa-sha256", "ed25519-sha256")))
                .containsExactly(Result.NEUTRAL);
        assertThat(results(signed(TEMPLATE.replace("sha256", "sha1")))).containsExactly(Result.POLICY);
    }

    private static long in(Duration time, Clock clock) {
        return Instant.now(clock).plus(time).getEpochSecond();
    }

    private static String signed(String template) throws Exception {
        return sign(template, MAIL);
    }

    private static String sign(String template, String mail) throws Exception {
        String full = template + " bh=; b=;";
        return new DKIMSigner(full, keys.getPrivate())
                        .sign(new ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII)))
                + "\r\n"
                + mail;
    }

    private static List<Result> results(String mail) {
        return verify(mail).stream().map(Signature::result).toList();
    }

    private static List<Signature> verify(String mail) {
        return new DkimVerification(dns, Clock.systemUTC()).verify(mail.getBytes(StandardCharsets.US_ASCII));
    }
}
