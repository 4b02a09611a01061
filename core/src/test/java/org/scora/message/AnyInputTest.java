package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnyInputTest {
    private static final String[] FRAGMENTS = {
        "From: ",
        "Reply-To: ",
        "Subject: ",
        "Content-Type: ",
        "Content-Disposition: ",
        "Content-Transfer-Encoding: ",
        "multipart/mixed; boundary=b",
        "multipart/digest; boundary=\"b\"",
        "message/rfc822",
        "text/html",
        "text/plain",
        "; charset=",
        "; name*0*=",
        "; filename*=utf-8''%",
        "; filename=",
        "utf-16",
        "iso-2022-jp",
        "base64",
        "quoted-printable",
        "=?utf-8?B?",
        "=?x?q?",
        "?=",
        "=?",
        "--b",
        "--b--",
        "\r\n",
        "\r\n",
        "\r\n\r\n",
        "\n",
        "\r",
        " ",
        "\t",
        "\0",
        "\"",
        "\\",
        "(",
        ")",
        "<",
        ">",
        "@",
        ",",
        ";",
        ":",
        "=",
        "=3D",
        "%41",
        "'",
        "a@b.example",
        "<a href=",
        "<p style='display:none;color:#",
        "<!--",
        "<table>",
        "</table>",
        "<form action=x>",
        "http://",
        "www.",
        "ü",
        "\u202e",
        "\ud83d",
        "😀",
        "QUJD",
        "From x\r\n"
    };

    /** Whatever the pieces of mail come together to, reading it ends, and what it says can be shown and stored. */
    @Property(tries = 3000, seed = "20250602")
    void isReadWithoutFailure(@ForAll("mails") byte[] source) {
        IncomingMessage mail = SampleMail.of(source);
        assertThat(mail.source()).isEqualTo(source);
        assertThat(mail.text() + mail.hiddenText()).doesNotContain("\0");
        assertThat(mail.subject()).doesNotContainPattern("[\\p{Cntrl}\u202a-\u202e]");
        assertThat(Json.read(Json.write(mail.defects()), Defect[].class)).containsExactlyElementsOf(mail.defects());
        assertThat(mail.defects()).extracting(Defect::sentence).noneMatch(text -> text.contains("only in part"));
    }

    @Provide
    Arbitrary<byte[]> mails() {
        Arbitrary<String> pieces = Arbitraries.oneOf(List.of(
                Arbitraries.of(FRAGMENTS),
                Arbitraries.of(FRAGMENTS),
                Arbitraries.strings().ofMaxLength(4)));
        return pieces.list().ofMaxSize(60).map(list -> String.join("", list).getBytes(StandardCharsets.UTF_8));
    }
}
