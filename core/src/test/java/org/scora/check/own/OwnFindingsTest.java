package org.scora.check.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scora.check.CheckResult;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;
import org.scora.score.SiteFindings;

class OwnFindingsTest {
    private static final String MAIL = """
        From: a@sender.example
        List-Id: =?utf-8?q?Caf=C3=A9_News?= <news.partner.example>
        Subject: =?utf-8?q?You_have_won_a_caf=C3=A9?=
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        Call us about https://shop.example/buy?x=1 today.
        --b
        Content-Type: application/pdf
        Content-Disposition: attachment; filename="invoice 12.pdf"

        x
        --b--
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject        | (?i)YOU HAVE WON  | the subject has 'You have won'",
                "subject        | caf\u00e9         | the subject has 'caf\u00e9'",
                "subject        | YOU               | ",
                "header List-Id | Caf\u00e9         | the header List-Id has 'Caf\u00e9'",
                "header list-id | partner\\.example | the header list-id has 'partner.example'",
                "header X-None  | .                 | ",
                "body           | Call us [a-z]+    | the text has 'Call us about'",
                "link           | shop\\.example/b  | a link has 'shop.example/b'",
                "attachment     | ^invoice.*\\.pdf$ | the name of an attachment has 'invoice 12.pdf'",
                "attachment     | \\.exe$           | ",
            })
    void aPatternIsSearchedForInItsPlace(String where, String pattern, String evidence) throws IOException {
        CheckResult result = check("OWN_X\t1\tspam\t" + where + "\t" + pattern + "\tIt is there.\n")
                .examine(mail());
        if (evidence == null) {
            assertThat(result).isInstanceOf(CheckResult.NotFound.class);
        } else {
            assertThat(result).isEqualTo(new CheckResult.Found(List.of(new Finding("OWN_X", evidence))));
        }
    }

    private OwnFindings check(String line) throws IOException {
        SiteFindings findings = SiteFindings.read(Files.writeString(folder.resolve("findings.tsv"), line));
        return new OwnFindings(() -> findings);
    }

    private static IncomingMessage mail() {
        return IncomingMessage.read(
                new ByteArrayInputStream(MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)),
                Envelope.unknown());
    }
}
