package org.scora.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scora.dns.Dns;
import org.scora.dns.ZoneFileDns;
import org.scora.message.Authentication.Result;

/** Chains that another program sealed, and what must break them. */
class ArcValidationTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "sender-authentication");

    private final Dns dns = ZoneFileDns.read(FOLDER.resolve("list-behind-a-stranger.dns"));
    private final String oneHop = mail("list-vouches");
    private final String twoHops = mail("list-behind-a-stranger");

    @Test
    void anUnbrokenChainPassesAndSaysWhoSealed() {
        assertThat(validate(twoHops).result()).isEqualTo(Result.PASS);
        assertThat(validate(twoHops).sets())
                .extracting(ArcSet::sealer)
                .containsExactly("forwarder.example", "lists.example");
    }

    @Test
    void aMessageThatTellsOfNoHopsHasNoResult() {
        assertThat(result("From: anna@firm.example\n\nHello\n")).isEqualTo(Result.NONE);
    }

    @Test
    void aChainWithAHoleFails() {
        assertThat(result(twoHops.replace("ARC-Seal: i=1;", "X-Seal: i=1;"))).isEqualTo(Result.FAIL);
        assertThat(result(twoHops.replace("i=1", "i=3"))).isEqualTo(Result.FAIL);
        assertThat(result(oneHop.replace("ARC-Message-Signature:", "X-Signature:")))
                .isEqualTo(Result.FAIL);
        assertThat(result(oneHop.replace("ARC-Seal:", "X-Seal:"))).isEqualTo(Result.FAIL);
        assertThat(result("ARC-Seal: \n" + oneHop)).isEqualTo(Result.FAIL);
    }

    @Test
    void aSetThatIsThereTwiceFails() {
        String seal = oneHop.substring(oneHop.indexOf("ARC-Seal:"), oneHop.indexOf("ARC-Message-Signature:"));
        assertThat(result(seal + oneHop)).isEqualTo(Result.FAIL);
        assertThat(result(oneHop.repeat(60))).isEqualTo(Result.FAIL);
    }

    @Test
    void aHopThatSawTheChainBrokenBreaksIt() {
        assertThat(result(twoHops.replace("cv=pass", "cv=fail"))).isEqualTo(Result.FAIL);
        assertThat(result(oneHop.replace("cv=none", "cv=pass"))).isEqualTo(Result.FAIL);
    }

    @Test
    void resultsThatWereAlteredFailAtAnyHop() {
        assertThat(result(twoHops.replace("i=1; mx.forwarder", "i=1; mx.other")))
                .isEqualTo(Result.FAIL);
        assertThat(result(twoHops.replace("i=2; mx.lists", "i=2; mx.other"))).isEqualTo(Result.FAIL);
    }

    @Test
    void aSealWhoseKeyCanNotBeHadIsATemporaryError() {
        Dns down = ZoneFileDns.parse("test zone", "spring._domainkey.lists.example. TXT \"scora-test: servfail\"");
        assertThat(validation(down).validate(message(oneHop)).result()).isEqualTo(Result.TEMPERROR);
    }

    @Test
    void wordsInCommentsAndQuotesVouchForNothing() {
        assertThat(vouches("dmarc=pass header.from=firm.example")).isTrue();
        assertThat(vouches("spf=pass; DMARC=Pass (p=reject (very)) header.from=Firm.example; dkim=none"))
                .isTrue();
        assertThat(vouches("dmarc=fail (; dmarc=pass header.from=firm.example)"))
                .isFalse();
        assertThat(vouches("dmarc=fail reason=\"; dmarc=pass header.from=firm.example;\""))
                .isFalse();
        assertThat(vouches("dmarc=pass; dkim=pass header.from=firm.example")).isFalse();
        assertThat(vouches("dmarc=pass header.from=firm.example.net")).isFalse();
    }

    private boolean vouches(String results) {
        ArcSet set = new ArcSet(
                "ARC-Authentication-Results: i=1; mx.lists.example; " + results,
                "",
                "",
                TagList.parse("d=lists.example").orElseThrow());
        return new TrustedSealers(Set.of("lists.example"))
                .vouching(new ArcValidation.Answer(Result.PASS, List.of(set)), "firm.example")
                .isPresent();
    }

    private Result result(String mail) {
        return validate(mail).result();
    }

    private ArcValidation.Answer validate(String mail) {
        return validation(dns).validate(message(mail));
    }

    private static ArcValidation validation(Dns dns) {
        DkimKeys keys = new DkimKeys(dns);
        return new ArcValidation(new SignatureVerification(keys, Clock.systemUTC()), keys);
    }

    private static DkimMessage message(String mail) {
        return new DkimMessage(mail.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String mail(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".eml"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
