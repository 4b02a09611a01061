package org.scora.check;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.learn.Learner;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/** No check throws, whatever a stranger writes. */
class HostileMailTest {
    private final List<Check> checks = ShippedChecks.all(
            ZoneFileDns.parse("no names", ""),
            Learner.untaught()::opinionOf,
            CheckSettings.plain("mx.gateway.example"),
            PublicSuffixes.bundled(),
            Clock.systemUTC());

    @Property(tries = 500)
    void noCheckThrowsForMailMadeOfOddPieces(@ForAll("mails") String mail) {
        IncomingMessage message = IncomingMessage.read(
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)),
                new Envelope(Optional.empty(), Optional.of("x"), Optional.of(mail), List.of()));
        checks.forEach(check ->
                assertThatCode(() -> check.examine(message)).as(check.name()).doesNotThrowAnyException());
    }

    @Provide
    Arbitrary<String> mails() {
        Arbitrary<String> name = Arbitraries.of(
                "From", "Reply-To", "Date", "Received", "Message-ID", "DKIM-Signature", "Content-Type", "List-Id", "");
        Arbitrary<String> value = Arbitraries.of(
                "",
                ";",
                "@",
                "<>",
                "a@b, c@d",
                "\"x@y.example\" <@>",
                "v=1; a=rsa-sha256; d=; s=; h=from; bh=; b=",
                "v=1; a=; b=x; l=99999999999999; t=x; h=:::",
                "text/html",
                "multipart/mixed; boundary=b",
                "Mon, 99 Foo 0000 99:99:99 +9999",
                "\u00ff\u0000\u00fe",
                "=?utf-8?b?////?=");
        Arbitrary<String> header = Combinators.combine(name, value).as((left, right) -> left + ": " + right + "\r\n");
        Arbitrary<String> piece = Arbitraries.of(
                "<a href=\"http://\">x</a>",
                "<a href='http://[::1'>http://a.b</a>",
                "<a href='https://xn--/'>a.bc</a>",
                "<a href='http://%00@@/'>..</a>",
                "<a href='http://\u00ad.\u202e.example'>x.example</a>",
                "--b\r\n",
                "--b--\r\n",
                "Content-Disposition: attachment; filename=\".\"\r\n\r\n",
                "PK\u0003\u0004",
                "MZ",
                "\u0000",
                "<input type=password",
                "us$ 1,000,000",
                "http://999.999.999.999/",
                "\r\n\r\n");
        return Combinators.combine(header.list().ofMaxSize(8), piece.list().ofMaxSize(12))
                .as((headers, pieces) -> String.join("", headers) + "\r\n" + String.join("", pieces));
    }
}
