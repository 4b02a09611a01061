package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.message.Defect.Kind;

class HostileMessageTest {
    private static final ReadingLimits LIMITS = ReadingLimits.standard();

    @Test
    void emptyFileHasNoHeaders() {
        IncomingMessage mail = SampleMail.of(new byte[0]);
        assertThat(kinds(mail)).containsExactly(Kind.NO_HEADERS);
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.from()).isEmpty();
    }

    @Test
    void textWithoutHeadersIsAllBody() {
        IncomingMessage mail = SampleMail.of("Win a prize now\nat https://prize.example today\n");
        assertThat(kinds(mail)).contains(Kind.NO_HEADERS);
        assertThat(mail.text()).contains("Win a prize now", "today");
        assertThat(mail.links()).extracting(Link::target).containsExactly("https://prize.example");
    }

    @Test
    void lineWithoutColonAmongTheFieldsIsSkipped() {
        IncomingMessage mail = SampleMail.of("From: a@b.example\nthis is no field\nSubject: seen\n\nbody\n");
        assertThat(kinds(mail)).containsExactly(Kind.BAD_HEADER);
        assertThat(mail.defects().get(0).sentence()).contains("this is no field");
        assertThat(mail.subject()).isEqualTo("seen");
        assertThat(mail.text()).isEqualTo("body\n");
    }

    @Test
    void rubbishBeforeTheHeaderHidesNothing() {
        IncomingMessage mail = SampleMail.of("loading configuration\nFrom: a@b.example\nSubject: seen\n\nbody\n");
        assertThat(kinds(mail)).containsExactly(Kind.BAD_HEADER);
        assertThat(mail.subject()).isEqualTo("seen");
    }

    @Test
    void headerLineOfTenMegabytesHidesNothing() {
        IncomingMessage mail = SampleMail.of("Subject: " + "x".repeat(10_000_000) + "\nFrom: a@b.example\n\nbody\n");
        assertThat(kinds(mail)).contains(Kind.HEADER_TOO_LONG);
        assertThat(mail.subject()).hasSize(300);
        assertThat(mail.headers("Subject").get(0).length()).isLessThanOrEqualTo(LIMITS.fieldBytes());
        assertThat(mail.from()).containsExactly(new Mailbox("", "a@b.example"));
        assertThat(mail.text()).isEqualTo("body\n");
    }

    @Test
    void foldedFieldOfTenMegabytesHidesNothing() {
        IncomingMessage mail = SampleMail.of("Subject: " + "x\n ".repeat(3_000_000) + "\nFrom: a@b.example\n\nbody\n");
        assertThat(kinds(mail)).contains(Kind.HEADER_TOO_LONG);
        assertThat(mail.headers("Subject").get(0).length()).isLessThanOrEqualTo(LIMITS.fieldBytes());
        assertThat(mail.from()).hasSize(1);
    }

    @Test
    void aMillionFieldsAreKeptOnlyInPart() {
        IncomingMessage mail = SampleMail.of("X-A: b\n".repeat(1_000_000) + "\nbody\n");
        assertThat(kinds(mail)).containsExactly(Kind.HEADER_TOO_LONG);
        assertThat(mail.headers()).hasSize(LIMITS.headerFields());
        assertThat(mail.text()).isEqualTo("body\n");
    }

    @Test
    void thousandsOfLongFieldsAreKeptOnlyInPart() {
        IncomingMessage mail = SampleMail.of(("X-A: " + "b".repeat(1000) + "\n").repeat(5000) + "\nbody\n");
        assertThat(kinds(mail)).containsExactly(Kind.HEADER_TOO_LONG);
        assertThat(mail.headers().stream()
                        .mapToInt(field -> field.value().length())
                        .sum())
                .isLessThanOrEqualTo(LIMITS.headerBytes());
    }

    @Test
    void fiveHundredNestedMultipartsAreOpenedToTheLimit() {
        StringBuilder mail = new StringBuilder("Subject: deep\n");
        for (int i = 0; i < 500; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%03d\n\n--b%03d\n".formatted(i, i));
        }
        IncomingMessage message = SampleMail.of(mail + "\ninnermost\n");
        assertThat(kinds(message)).contains(Kind.NESTED_TOO_DEEP);
        assertThat(message.parts()).hasSize(1);
        assertThat(message.parts().get(0).mediaType()).isEqualTo("multipart/mixed");
        assertThat(new String(message.parts().get(0).content(), StandardCharsets.US_ASCII))
                .contains("innermost");
    }

    @Test
    void messagesWithinMessagesAreOpenedToTheLimit() {
        IncomingMessage mail =
                SampleMail.of("Content-Type: message/rfc822\n\n".repeat(500) + "Subject: x\n\ninnermost\n");
        assertThat(kinds(mail)).contains(Kind.NESTED_TOO_DEEP);
        assertThat(mail.parts()).hasSize(1);
    }

    @Test
    void thirtyLevelsAreStillOpened() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b%03d\n\n--b%03d\n".formatted(i, i));
        }
        IncomingMessage message = SampleMail.of(mail + "\ninnermost\n");
        assertThat(kinds(message)).containsExactly(Kind.TRUNCATED);
        assertThat(message.text()).isEqualTo("innermost\n");
    }

    @Test
    void largeMessagesAreOpenedLessDeepBecauseEveryLevelCostsASearch() {
        assertThat(LIMITS.depthFor(1_000_000)).isEqualTo(32);
        assertThat(LIMITS.depthFor(25_000_000)).isEqualTo(10);
        assertThat(LIMITS.depthFor(Integer.MAX_VALUE)).isEqualTo(8);
        assertThat(LIMITS.depthFor(0)).isEqualTo(32);
    }

    @Test
    void fiftyThousandPartsAreReadToTheLimit() {
        IncomingMessage mail = SampleMail.of("Subject: many\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\npart\n".repeat(50_000) + "--b--\n");
        assertThat(kinds(mail)).containsExactly(Kind.TOO_MANY_PARTS);
        assertThat(mail.parts()).hasSizeBetween(900, LIMITS.parts());
        assertThat(mail.subject()).isEqualTo("many");
    }

    @Test
    void nulBytesAreNamedAndNotShown() {
        IncomingMessage mail = SampleMail.of("Subject: a\0b\n\nvi\0agra\n");
        assertThat(kinds(mail)).containsExactly(Kind.NUL_BYTES);
        assertThat(mail.subject()).isEqualTo("ab");
        assertThat(mail.text()).isEqualTo("viagra\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: a\r\n\r\none\rtwo\r\n", "Subject: a\r\n\r\none\ntwo\r\n", "Subject: a\rb\n\nc\n"})
    void bareLineEndsAreNamed(String source) {
        assertThat(kinds(SampleMail.of(source.getBytes(StandardCharsets.US_ASCII))))
                .containsExactly(Kind.BARE_LINE_ENDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-klingon", "not a name", "utf-7", "\u0000", "🙂"})
    void charsetsThatAreNotKnownAreNamedAndTheTextIsGuessed(String charset) {
        IncomingMessage mail = SampleMail.of("Content-Type: text/plain; charset=\"" + charset + "\"\n\nGrüße\n");
        assertThat(kinds(mail)).contains(Kind.UNKNOWN_CHARSET);
        assertThat(mail.text()).contains("Grüße");
    }

    @Test
    void bytesThatAreNotOfTheDeclaredCharsetAreNamed() {
        byte[] header = "Content-Type: text/plain; charset=utf-8\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        IncomingMessage mail = SampleMail.of(Bytes.concat(header, new byte[] {'a', (byte) 0xff, 'b', '\r', '\n'}));
        assertThat(kinds(mail)).containsExactly(Kind.BAD_ENCODING);
        assertThat(mail.text()).startsWith("a").contains("b");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u0001',
            value = {"nobody", "<>", "@", "a@", "@b.example", "a b@c.example <", "((((", "\"", ";;;", "=?utf-8?B?!!?="})
    void addressesThatAreNoneAreNamed(String from) {
        IncomingMessage mail = SampleMail.of("From: " + from + "\n\nbody\n");
        assertThat(kinds(mail)).containsExactly(Kind.BAD_ADDRESS);
    }

    @Test
    void thousandsOfMailboxesAreKeptOnlyInPart() {
        IncomingMessage mail = SampleMail.of("From: a@b.example\n".repeat(1) + "From: " + "a@b.example, ".repeat(4000)
                + "\n" + "From: a@b.example\n".repeat(2000) + "\n");
        assertThat(mail.from()).hasSize(100);
    }

    @Test
    void missingFinalBoundaryIsNamed() {
        IncomingMessage mail = SampleMail.of("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nshown\n");
        assertThat(kinds(mail)).containsExactly(Kind.TRUNCATED);
        assertThat(mail.text()).isEqualTo("shown\n");
    }

    @Test
    void boundaryOfTenKilobytesIsNotSearched() {
        String boundary = "b".repeat(10_240);
        IncomingMessage mail = SampleMail.of("Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary
                + "\n\nshown\n--" + boundary + "--\n");
        assertThat(kinds(mail)).containsExactly(Kind.UNREADABLE);
        assertThat(mail.text()).contains("shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/mixed", "multipart/mixed; boundary=", "multipart/mixed; boundary=nowhere"})
    void multipartsThatCanNotBeTakenApartAreShownAsText(String type) {
        IncomingMessage mail = SampleMail.of("Content-Type: " + type + "\n\nshown\n");
        assertThat(kinds(mail)).contains(Kind.UNREADABLE);
        assertThat(mail.text()).contains("shown");
    }

    @Test
    void base64RubbishIsNamed() {
        IncomingMessage mail = SampleMail.of("Content-Transfer-Encoding: base64\n\n" + "!?#~".repeat(1_000_000) + "\n");
        assertThat(kinds(mail)).containsExactly(Kind.BAD_ENCODING);
        assertThat(mail.parts()).hasSize(1);
    }

    @Test
    void transferEncodingsThatAreNotKnownAreNamed() {
        IncomingMessage mail = SampleMail.of("Content-Transfer-Encoding: rot13\n\nshown\n");
        assertThat(kinds(mail)).containsExactly(Kind.BAD_ENCODING);
        assertThat(mail.text()).contains("shown");
    }

    @Test
    void contentIsKeptToTheLimitAndMeasuredBeyond() {
        String zeros = Base64.getMimeEncoder().encodeToString(new byte[3_000_000]);
        IncomingMessage mail =
                SampleMail.of("Content-Type: application/zip\nContent-Transfer-Encoding: base64\n\n" + zeros + "\n");
        assertThat(mail.defects()).isEmpty();
        assertThat(mail.parts().get(0).content()).hasSize(LIMITS.contentBytes());
        assertThat(mail.parts().get(0).size()).isEqualTo(3_000_000);
    }

    @Test
    void contentOfAllPartsTogetherIsBounded() {
        String part = "--b\nContent-Type: application/zip\n\n" + ("x".repeat(998) + "\n").repeat(1048) + "\n";
        IncomingMessage mail =
                SampleMail.of("Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(40) + "--b--\n");
        assertThat(mail.parts()).hasSize(40);
        assertThat(mail.parts().stream()
                        .mapToLong(kept -> kept.content().length)
                        .sum())
                .isLessThanOrEqualTo(LIMITS.contentBytesInAll());
    }

    @Test
    void hundredThousandLinksAreKeptToTheLimit() {
        IncomingMessage plain = SampleMail.of("Subject: x\n\n" + "http://a.example/ ".repeat(100_000));
        assertThat(kinds(plain)).containsExactly(Kind.NOT_READ_WHOLE);
        assertThat(plain.links()).hasSize(LIMITS.links());
        IncomingMessage html = SampleMail.ofHtml("<a href=http://a.example/>x</a>\n".repeat(100_000));
        assertThat(kinds(html)).containsExactly(Kind.NOT_READ_WHOLE);
        assertThat(html.links()).hasSize(LIMITS.links());
    }

    @Test
    void linksAndTheirTextsAreCut() {
        IncomingMessage mail = SampleMail.ofHtml(
                "<a href='data:text/html," + "x".repeat(100_000) + "'>" + "y".repeat(100_000) + "</a>");
        assertThat(mail.links().get(0).target()).hasSize(2000);
        assertThat(mail.links().get(0).visibleText()).hasSize(500);
    }

    @Test
    void fiveMegabytesOfNestedElementsNeedNoStack() {
        IncomingMessage mail = SampleMail.ofHtml("<div>".repeat(1_000_000) + "deep");
        assertThat(kinds(mail)).contains(Kind.NOT_READ_WHOLE);
        assertThat(mail.html().length()).isLessThanOrEqualTo(LIMITS.textBytesInAll());
    }

    @Test
    void elementsWithinTheTextLimitMayNestAsDeepAsTheyLike() {
        IncomingMessage mail = SampleMail.ofHtml("<div>".repeat(40_000) + "deep");
        assertThat(mail.text()).contains("deep");
        assertThat(mail.defects()).isEmpty();
    }

    @Test
    void formattingThatMultipliesInEveryParagraphIsCutShort() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            attributes.append(" a").append(i).append("\n");
        }
        StringBuilder formats = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            formats.append("<b class=").append(i).append(attributes).append(">");
        }
        IncomingMessage mail = SampleMail.ofHtml("<p>" + formats + "<p>words\n".repeat(20_000));
        assertThat(kinds(mail)).containsExactly(Kind.NOT_READ_WHOLE);
        assertThat(mail.text()).contains("words");
    }

    @Test
    void textOfAllPartsTogetherIsBounded() {
        String part = "--b\nContent-Type: text/html\n\n<p>" + "word ".repeat(50_000) + "</p>\n";
        IncomingMessage mail =
                SampleMail.of("Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(10) + "--b--\n");
        assertThat(kinds(mail)).containsExactly(Kind.NOT_READ_WHOLE);
        assertThat(mail.text().length()).isLessThanOrEqualTo(LIMITS.textBytesInAll());
        assertThat(mail.html().length()).isLessThanOrEqualTo(LIMITS.textBytesInAll());
    }

    @Test
    void brokenEncodedWordsByTheThousandAreShownAsTheyAre() {
        String words = "=?a".repeat(20_000);
        IncomingMessage mail =
                SampleMail.of("Subject: " + words + "\nContent-Type: text/plain; name=\"" + words + "\"\n\n");
        assertThat(mail.subject()).hasSize(300).startsWith("=?a=?a");
        assertThat(mail.parts().get(0).fileName()).get().asString().hasSizeLessThanOrEqualTo(300);
    }

    private static Iterable<Kind> kinds(IncomingMessage mail) {
        return mail.defects().stream().map(Defect::kind).toList();
    }
}
