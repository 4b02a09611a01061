package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingMessageTest {
    private final IncomingMessage newsletter = SampleMail.fromFile("newsletter.eml");
    private final IncomingMessage attachments = SampleMail.fromFile("attachments.eml");

    @Test
    void honestMailHasNoDefects() {
        assertThat(newsletter.defects()).isEmpty();
        assertThat(attachments.defects()).isEmpty();
    }

    @Test
    void headersComeInOrderUnfoldedAndUndecoded() {
        assertThat(newsletter.headers()).extracting(HeaderField::name).startsWith("Received", "From", "Reply-To");
        assertThat(newsletter.header("received"))
                .contains("from mail.bakery.example (mail.bakery.example [192.0.2.7])"
                        + "\tby mx1.gateway.example; Mon, 2 Jun 2025 08:15:04 +0000");
        assertThat(newsletter.header("SUBJECT")).get().asString().startsWith("=?UTF-8?B?");
        assertThat(newsletter.header("X-Missing")).isEmpty();
    }

    @Test
    void rawBytesInHeadersAreOneCharEach() {
        IncomingMessage mail = SampleMail.of("X-Name: ü\n\n");
        assertThat(mail.header("X-Name")).contains("\u00c3\u00bc");
    }

    @Test
    void subjectIsDecodedAcrossEncodedWords() {
        assertThat(newsletter.subject()).isEqualTo("Frische Brötchen am Sonntag");
    }

    @Test
    void mailboxesAreDecoded() {
        assertThat(newsletter.from()).containsExactly(new Mailbox("Bäckerei Müller", "news@bakery.example"));
        assertThat(newsletter.replyTo())
                .containsExactly(
                        new Mailbox("Müller, Anna", "anna@bakery.example"), new Mailbox("", "shop@bakery.example"));
    }

    @Test
    void textIsWhatIsSeenOfPlainAndHtmlParts() {
        assertThat(newsletter.text())
                .contains("Guten Morgen! Brötchen gibt es hier: https://bakery.example/sunday.")
                .contains("\nGuten Morgen!\nBrötchen gibt es hier.\nAb 8 Uhr.\n")
                .doesNotContain("Not shown", "not shown", "never shown", "a comment", "color: red");
        assertThat(newsletter.hiddenText().strip()).isEqualTo("Preview that is not shown");
        assertThat(newsletter.html()).startsWith("<html>").contains("<!-- a comment -->");
    }

    @Test
    void linksComeFromTextAndFromHtml() {
        assertThat(newsletter.links())
                .containsExactly(
                        new Link("https://bakery.example/sunday", "https://bakery.example/sunday"),
                        new Link("www.bakery.example", "www.bakery.example"),
                        new Link("https://bakery.example/sunday?id=1", "hier"));
    }

    @Test
    void partsAreTheLeavesWithTheirNames() {
        assertThat(attachments.parts())
                .extracting(Part::mediaType, Part::fileName, Part::attachment)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("text/plain", Optional.empty(), false),
                        org.assertj.core.groups.Tuple.tuple("application/pdf", Optional.of("Rechnung März.pdf"), true),
                        org.assertj.core.groups.Tuple.tuple("application/octet-stream", Optional.of("請求書.exe"), true),
                        org.assertj.core.groups.Tuple.tuple(
                                "text/html", Optional.of("Bob's and Ann's form.html"), true),
                        org.assertj.core.groups.Tuple.tuple("text/plain", Optional.empty(), false));
    }

    @Test
    void contentIsDecodedAndMeasured() {
        Part pdf = attachments.parts().get(1);
        assertThat(new String(pdf.content(), StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4");
        assertThat(pdf.size()).isEqualTo(8);
    }

    @Test
    void attachedHtmlIsNotShownAndAttachedMessagesAre() {
        assertThat(attachments.text()).contains("Please find the invoice", "Where is my invoice?");
        assertThat(attachments.text()).doesNotContain("Only who opens it");
        assertThat(attachments.headers("Subject")).containsExactly("Invoice 2025-117");
    }

    @Test
    void sourceAndEnvelopeAreKeptAsTheyCame() {
        byte[] source = "From: a@b.example\r\n\r\nbody".getBytes(StandardCharsets.US_ASCII);
        IncomingMessage mail = SampleMail.of(source);
        assertThat(mail.source()).isEqualTo(source);
        assertThat(mail.envelope()).isSameAs(SampleMail.ENVELOPE);
    }

    @Test
    void mailFilesOfTheMboxKindAreRead() {
        IncomingMessage mail = SampleMail.of("From a@b.example Mon Jun  2 10:15:00 2025\nSubject: hello\n\nbody\n");
        assertThat(mail.subject()).isEqualTo("hello");
        assertThat(mail.defects()).isEmpty();
    }

    @Test
    void filesWithUnixLineEndsAreNotDefective() {
        byte[] source = "Subject: hello\n\none\ntwo\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(SampleMail.of(source).defects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, Grüße – Müller",
        "UTF-8, Grüße – Müller",
    })
    void rawBytesInSubjectsAreReadAsUtf8OrElseAsWindows1252(String charset, String subject) {
        byte[] source = ("Subject: " + subject + "\r\n\r\n").getBytes(Charset.forName(charset));
        assertThat(SampleMail.of(source).subject()).isEqualTo(subject);
    }

    @Test
    void subjectsLoseControlAndBidiControlCharacters() {
        IncomingMessage mail = SampleMail.of("Subject: =?utf-8?B?" + base64("a\u202eb\u0000c\r\nd\u2066e") + "?=\n\n");
        assertThat(mail.subject()).isEqualTo("abc  de");
    }

    @Test
    void subjectsAreCutWithoutHalvingCharacters() {
        IncomingMessage mail = SampleMail.of("Subject: " + "x".repeat(299) + "😀\n\n");
        assertThat(mail.subject()).isEqualTo("x".repeat(299));
    }

    @Test
    void fileNamesKeepTheOverridesThatTurnThemRound() {
        IncomingMessage mail = SampleMail.of("Content-Type: application/zip; name*=utf-8''photo%E2%80%AEgpj.exe\n\nx");
        assertThat(mail.parts().get(0).fileName()).contains("photo\u202egpj.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "GBK", "shift_jis", "euc-kr", "koi8-r", "iso-8859-8-i", "utf-16", "iso-2022-jp"})
    void commonCharsetsAreKnown(String charset) {
        IncomingMessage mail = SampleMail.of("Content-Type: text/plain; charset=\"" + charset + "\"\n\nplain\n");
        assertThat(mail.defects()).isEmpty();
    }

    @Test
    void textWithoutCharsetIsGuessed() {
        String russian = "Здравствуйте! Мы рады сообщить вам, что ваш заказ готов и ждёт вас в магазине.";
        byte[] body = russian.getBytes(Charset.forName("windows-1251"));
        assertThat(SampleMail.of(join("Content-Type: text/plain\r\n\r\n", body)).text())
                .contains(russian);
    }

    @Test
    void htmlNamesItsOwnCharsetWhenTheHeaderDoesNot() {
        byte[] body = "<meta charset='windows-1252'><p>Grüße</p>".getBytes(Charset.forName("windows-1252"));
        assertThat(SampleMail.of(join("Content-Type: text/html\r\n\r\n", body))
                        .text()
                        .strip())
                .isEqualTo("Grüße");
    }

    @Test
    void partsOfADigestAreMessages() {
        IncomingMessage mail = SampleMail.of("Content-Type: multipart/digest; boundary=d\n\n"
                + "--d\n\nSubject: first\n\nOne.\n--d\n\nSubject: second\n\nTwo.\n--d--\n");
        assertThat(mail.text()).isEqualTo("One.\nTwo.\n");
    }

    @Test
    void streamThatFailsIsNoMessage() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertThatThrownBy(() -> IncomingMessage.read(broken, SampleMail.ENVELOPE))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk");
    }

    @Test
    void listsCanNotBeChanged() {
        List<Part> parts = newsletter.parts();
        assertThatThrownBy(parts::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(String header, byte[] body) {
        return com.google.common.primitives.Bytes.concat(header.getBytes(StandardCharsets.US_ASCII), body);
    }

    @Test
    void linksInFilesStandBehindThoseInTheTextWithTheirPlace() {
        IncomingMessage mail = SampleMail.of("Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nsee https://text.example\n"
                + "--b\nContent-Type: application/pdf; name=\"bill.pdf\"\n\n%PDF-1.4 << /URI (https://pdf.example) >>\n"
                + "--b--\n");
        assertThat(mail.links())
                .extracting(Link::target)
                .containsExactly("https://text.example", "https://pdf.example");
        assertThat(mail.links()).extracting(Link::place).containsExactly("a link", "a link in the file bill.pdf");
    }
}
