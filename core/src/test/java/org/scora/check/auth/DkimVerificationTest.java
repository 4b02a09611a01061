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
import java.util.OptionalLong;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    private static KeyPair shortKeys;
    private static Dns dns;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = keyPair(2048);
        shortKeys = keyPair(768);
        String key = text(keys);
        dns = ZoneFileDns.parse("test zone", """
                $ORIGIN _domainkey.firm.example.
                spring  TXT ("v=DKIM1; p=%1$s" "%2$s")
                exact   TXT ("v=DKIM1; t=s; p=%1$s" "%2$s")
                short   TXT "v=DKIM1; p=%3$s"
                revoked TXT "v=DKIM1; p="
                down    TXT "scora-test: servfail"
                """.formatted(key.substring(0, 200), key.substring(200), text(shortKeys)));
    }

    private static KeyPair keyPair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static String text(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
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
        assertThat(verify(many.repeat(50) + MAIL)).hasSizeLessThanOrEqualTo(DkimVerification.SIGNATURES_AT_MOST);
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
    void whatNobodyKnowsIsNeutralAndWhatProvesNothingIsPolicy() throws Exception {
        assertThat(results(signed(TEMPLATE).replace("rsa-sha256", "rsa-sha512")))
                .containsExactly(Result.NEUTRAL);
        assertThat(results(signed(TEMPLATE.replace("sha256", "sha1")))).containsExactly(Result.POLICY);
        assertThat(results(signed(TEMPLATE.replace("spring", "short"), MAIL, shortKeys)))
                .containsExactly(Result.POLICY);
    }

    @Test
    void aKeyOfAnotherKindDoesNotFit() throws Exception {
        assertThat(results(signed(TEMPLATE).replace("rsa-sha256", "ed25519-sha256")))
                .containsExactly(Result.FAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"One line\r\n", "No end", "Two \t  words  \r\n \r\nand more\r\n\r\n\r\n"})
    void aBodyPassesInEveryForm(String body) throws Exception {
        String mail = "From:  anna@firm.example \r\nSubject: Two\r\n\t words\r\n\r\n" + body;
        for (String form : List.of("simple/simple", "relaxed/simple", "simple/relaxed", "relaxed")) {
            assertThat(results(signed(TEMPLATE.replace("simple/simple", form), mail, keys)))
                    .as(form)
                    .containsExactly(Result.PASS);
        }
    }

    /** The hash of nothing, as RFC 6376 section 3.4.4 gives it. */
    @Test
    void theRelaxedFormOfAnEmptyBodyIsEmpty() {
        byte[] hash = new DkimMessage(bytes("From: a@b.example\r\n\r\n")).bodyHash(true, OptionalLong.empty());
        assertThat(Base64.getEncoder().encodeToString(hash)).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void whatWasAddedBehindTheSignedPartIsNotProven() throws Exception {
        String limited = signed(TEMPLATE + " l=10;");
        assertThat(results(limited)).containsExactly(Result.POLICY);
        assertThat(results(signed(TEMPLATE + " l=33;"))).containsExactly(Result.PASS);
        assertThat(results(limited.replace("Hello", "Howdy"))).containsExactly(Result.FAIL);
    }

    @Test
    void aFieldThatWasAddedFailsWhenTheSenderSignedThatThereIsNone() throws Exception {
        String guarded = signed(TEMPLATE.replace("h=from:subject", "h=from:from:subject"));
        assertThat(results(guarded)).containsExactly(Result.PASS);
        assertThat(results("From: other@firm.example\r\n" + guarded)).containsExactly(Result.FAIL);
    }

    @Test
    void aSignatureThatDoesNotCoverFromOrSpeaksForOthersIsNone() throws Exception {
        String noFrom = signed(TEMPLATE).replace("h=from:subject", "h=to:subject");
        assertThat(results(noFrom)).containsExactly(Result.PERMERROR);
        assertThat(results(signed(TEMPLATE + " i=@firm.example;").replace("i=@firm", "i=@other")))
                .containsExactly(Result.PERMERROR);
        assertThat(results(signed(TEMPLATE + " i=anna@sub.firm.example;"))).containsExactly(Result.PASS);
        assertThat(results(signed(TEMPLATE.replace("spring", "exact") + " i=@sub.firm.example;")))
                .containsExactly(Result.FAIL);
    }

    @Test
    void aSignatureThatHasExpiredFails() throws Exception {
        Clock clock = Clock.systemUTC();
        String dated = signed(TEMPLATE + " x=" + in(Duration.ofDays(1), clock) + ";");
        assertThat(results(dated)).containsExactly(Result.PASS);
        assertThat(verify(dated, Clock.offset(clock, Duration.ofDays(2))))
                .extracting(Signature::result)
                .containsExactly(Result.FAIL);
    }

    private static long in(Duration time, Clock clock) {
        return Instant.now(clock).plus(time).getEpochSecond();
    }

    private static String signed(String template) throws Exception {
        return sign(template, MAIL);
    }

    private static String sign(String template, String mail) throws Exception {
        return signed(template, mail, keys);
    }

    private static String signed(String template, String mail, KeyPair pair) throws Exception {
        String full = template + " bh=; b=;";
        return new DKIMSigner(full, pair.getPrivate()).sign(new ByteArrayInputStream(bytes(mail))) + "\r\n" + mail;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Result> results(String mail) {
        return verify(mail).stream().map(Signature::result).toList();
    }

    private static List<Signature> verify(String mail) {
        return verify(mail, Clock.systemUTC());
    }

    private static List<Signature> verify(String mail, Clock clock) {
        return new DkimVerification(new SignatureVerification(new DkimKeys(dns), clock))
                .verify(new DkimMessage(bytes(mail)));
    }
}
