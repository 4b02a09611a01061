package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RawHeadersTest {
    private static final String MAIL =
            "Received: from a\r\n\tby b;\r\n  Mon\r\nX-Spam-Flag: NO\r\nSubject: Gr\u00fc\u00dfe  \r\n"
                    + "x-spam-status : No,\r\n score=0\r\nFrom: a@example.org\r\n\r\nX-Spam-Flag: in the body\r\n\u00ff\u0000\r\n";

    @Test
    void leavesEveryByteAloneWhenNothingIsEdited() {
        assertThat(edited(RawHeaders.of(bytes(MAIL)))).isEqualTo(MAIL);
    }

    @Test
    void removesFieldsWithTheirFoldedLinesAndNothingOfTheBody() {
        assertThat(edited(RawHeaders.of(bytes(MAIL)).remove(RawHeaders.named("X-Spam-"))))
                .isEqualTo("Received: from a\r\n\tby b;\r\n  Mon\r\nSubject: Gr\u00fc\u00dfe  \r\n"
                        + "From: a@example.org\r\n\r\nX-Spam-Flag: in the body\r\n\u00ff\u0000\r\n");
    }

    @Test
    void addsFieldsInFrontInTheirOrder() {
        assertThat(edited(RawHeaders.of(bytes("A: 1\r\n\r\nbody")).add("X", "1").add("Y", "2")))
                .isEqualTo("X: 1\r\nY: 2\r\nA: 1\r\n\r\nbody");
    }

    @Test
    void endsAddedLinesAsTheMessageDoes() {
        String mail = "A: 1\nB: 2\n\nbody\r\n";
        String longValue = "word ".repeat(30);
        assertThat(edited(RawHeaders.of(bytes(mail)).add("X", longValue)))
                .endsWith("\n" + mail)
                .startsWith("X: word")
                .doesNotContain("word\r\n");
    }

    @Test
    void putsThePrefixBeforeTheSubjectAsItStands() {
        assertThat(flagged("Subject: Gr\u00fc\u00dfe\r\n\r\n")).isEqualTo("Subject: [SPAM] Gr\u00fc\u00dfe\r\n\r\n");
        assertThat(flagged("SUBJECT:=?utf-8?q?a?=\r\n =?utf-8?q?b?=\r\n\r\n"))
                .isEqualTo("SUBJECT: [SPAM] =?utf-8?q?a?=\r\n =?utf-8?q?b?=\r\n\r\n");
        assertThat(flagged("Subject:\r\n folded\r\n\r\n")).isEqualTo("Subject: [SPAM]\r\n folded\r\n\r\n");
        assertThat(flagged("Subject:\r\n\r\n")).isEqualTo("Subject: [SPAM]\r\n\r\n");
    }

    @Test
    void givesAMessageWithoutSubjectOne() {
        assertThat(flagged("A: 1\r\n\r\nSubject: body")).isEqualTo("Subject: [SPAM]\r\nA: 1\r\n\r\nSubject: body");
    }

    @Test
    void putsThePrefixOnlyOnce() {
        String once = flagged("Subject: hello\r\n\r\n");
        assertThat(flagged(once)).isEqualTo(once);
        assertThat(flagged(flagged("A: 1\r\n\r\n"))).isEqualTo(flagged("A: 1\r\n\r\n"));
    }

    @Test
    void foldsASubjectThatWouldGrowTooLong() {
        String subject = "Subject: " + "x".repeat(985);
        assertThat(flagged(subject + "\r\n\r\n")).isEqualTo("Subject: [SPAM]\r\n " + "x".repeat(985) + "\r\n\r\n");
    }

    @Test
    void standsAMessageThatHasNoBlankLineOrIsEmpty() {
        assertThat(edited(RawHeaders.of(bytes("A: 1\r\nno colon\r\nX-Spam-Flag: YES"))
                        .remove(RawHeaders.named("x-spam-"))))
                .isEqualTo("A: 1\r\nno colon\r\n");
        assertThat(edited(RawHeaders.of(new byte[0]).add("X", "1"))).isEqualTo("X: 1\r\n");
        assertThat(edited(RawHeaders.of(bytes("\r\nbody")).add("X", "1"))).isEqualTo("X: 1\r\n\r\nbody");
    }

    @Test
    void dropsWhatStandsAboveTheLastOfSomeFields() {
        String mail = "Via: 1\r\nX-Scora-Id: a\r\n b\r\nx-scora-id: c\r\nSubject: s\r\n\r\nX-Scora-Id: body";
        assertThat(edited(RawHeaders.of(bytes(mail)).dropThrough(RawHeaders.named("X-Scora-"))))
                .isEqualTo("Subject: s\r\n\r\nX-Scora-Id: body");
        assertThat(edited(RawHeaders.of(bytes(mail)).dropThrough(RawHeaders.named("Y-"))))
                .isEqualTo(mail);
    }

    @Test
    void copiesAHeaderOfTenMegabytes() {
        byte[] folded = bytes("A: " + "x\r\n ".repeat(2_500_000) + "\r\n\r\nbody");
        byte[] many = bytes("A: 1\r\n".repeat(1_700_000) + "\r\nbody");
        byte[] flagged = RawHeaders.of(folded)
                .prefixSubject("[S]")
                .remove(RawHeaders.named("x-"))
                .toBytes();
        assertThat(flagged).startsWith(bytes("Subject: [S]\r\nA: x\r\n ")).hasSize(folded.length + 14);
        assertThat(RawHeaders.of(many).add("X", "1").toBytes()).hasSize(many.length + 6);
    }

    @Property
    void neverChangesAMessageThatIsNotEdited(@ForAll byte[] anything) {
        assertThat(RawHeaders.of(anything).remove(field -> false).toBytes()).isEqualTo(anything);
    }

    @Property
    void keepsAnyMessageWholeBehindWhatIsAdded(@ForAll byte[] anything) {
        byte[] edited = RawHeaders.of(anything).add("X", "1").toBytes();
        assertThat(Arrays.copyOfRange(edited, edited.length - anything.length, edited.length))
                .isEqualTo(anything);
    }

    private static String flagged(String mail) {
        return edited(RawHeaders.of(bytes(mail)).prefixSubject("[SPAM]"));
    }

    private static String edited(RawHeaders headers) {
        return new String(headers.toBytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
