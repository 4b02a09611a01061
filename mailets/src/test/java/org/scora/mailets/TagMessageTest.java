package org.scora.mailets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.james.server.core.MailImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;

class TagMessageTest extends MailetTest {
    private static final String FORGED = "X-Spam-Flag: NO\r\nx-spam-status: No, score=-100\r\n"
            + "X-Scora-Id: 0000-0000-0000\r\nAuthentication-Results: MX1.gateway.example;\r\n spf=pass\r\n"
            + "Authentication-Results: elsewhere.example; spf=pass\r\n";

    @Test
    void writesWhatWasFoundInFrontAndLeavesTheRestAlone() throws Exception {
        MailImpl mail = decided(PLAIN, "bob@example.com");
        tag(mail);
        assertThat(text(mail))
                .endsWith(PLAIN)
                .startsWith(
                        "Authentication-Results: mx1.gateway.example; spf=pass\r\n smtp.mailfrom=example.org; dkim=none;")
                .contains("\r\nX-Spam-Status: No, score=")
                .contains(" required=3.0")
                .contains("\r\nX-Spam-Score: ")
                .contains("\r\nX-Scora-Id: " + MailStory.of(mail).receipt() + "\r\n")
                .doesNotContain("X-Spam-Flag");
    }

    @Test
    void flagsSpamAndNamesItsTests() throws Exception {
        MailImpl mail = decided(PLAIN + GTUBE + "\r\n", "bob@example.com");
        tag(mail);
        assertThat(text(mail))
                .contains("\r\nX-Spam-Flag: YES\r\n")
                .contains("X-Spam-Status: Yes, score=")
                .contains("GTUBE=");
    }

    @Test
    void callsNothingSpamForARecipientWhoIsExempt() throws Exception {
        ProtectedDomains domains = database.protectedDomains();
        domains.addMailboxes("example.com", java.util.List.of("bob"));
        domains.setExempt("bob@example.com", true);
        MailImpl mail = decided(PLAIN + GTUBE + "\r\n", "bob@example.com");
        tag(mail);
        assertThat(text(mail)).contains("X-Spam-Status: No, score=").doesNotContain("X-Spam-Flag");
    }

    @Test
    void removesWhatASenderForgedOfOurs() throws Exception {
        MailImpl mail = decided(FORGED + PLAIN, "bob@example.com");
        tag(mail);
        assertThat(text(mail))
                .contains("Authentication-Results: elsewhere.example; spf=pass\r\n")
                .doesNotContain("-100")
                .doesNotContain("0000-0000-0000")
                .doesNotContain("MX1.gateway.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple/simple", "relaxed/relaxed"})
    void leavesASignatureValid(String canonicalization) throws Exception {
        String odd = "X-Odd:  Gr\u00fc\u00dfe,\r\n\t folded   oddly\r\n" + PLAIN.replace("Dear", "D\u00e9ar  ");
        MailImpl mail = decided(FORGED + SignedMail.of(odd, canonicalization), "bob@example.com");
        tag(mail);

        assertThat(text(mail)).endsWith(odd);
        MailImpl arrived = mail(text(mail), "ann@example.org", "bob@example.com");
        score().service(arrived);
        assertThat(MailStory.of(arrived)
                        .verdict()
                        .orElseThrow()
                        .authentication()
                        .dkim())
                .extracting(Signature::result)
                .containsExactly(Result.PASS);
    }

    @Test
    void changesNothingWhenItIsDoneAgain() throws Exception {
        MailImpl mail = decided(FORGED + PLAIN, "bob@example.com");
        tag(mail);
        String once = text(mail);
        tag(mail);
        assertThat(text(mail)).isEqualTo(once);
    }

    @Test
    void keepsLinesShortAndAscii() throws Exception {
        MailImpl mail = decided(PLAIN + GTUBE + "\r\n", "bob@example.com");
        tag(mail);
        String added = text(mail).substring(0, text(mail).indexOf("From: Ann"));
        assertThat(added.split("\r\n")).allMatch(line -> line.length() <= 78 && line.matches("\\p{Print}+"));
    }

    private void tag(MailImpl mail) throws Exception {
        ready(new TagMessage(gateway), Map.of()).service(mail);
    }
}
