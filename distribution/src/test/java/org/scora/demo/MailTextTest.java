package org.scora.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class MailTextTest {
    @Test
    void bareLineFeedsBecomeCrlfAndTheLastLineIsEnded() {
        assertThat(crlf("a\nb\r\n\nc")).isEqualTo("a\r\nb\r\n\r\nc\r\n");
    }

    @Test
    void bareCarriageReturnsStay() {
        assertThat(crlf("a\rb\r\n")).isEqualTo("a\rb\r\n");
    }

    @Test
    void onlyTheDateFieldGetsTheTimeOfSending() {
        ZonedDateTime time = ZonedDateTime.of(2026, 11, 24, 9, 5, 0, 0, ZoneOffset.ofHours(1));
        String mail = "Subject: x\nDate: Mon, 1 Jan 2001 00:00:00 +0000\n\nDate: stays\n";

        String dated = text(MailText.dated(bytes(mail), time));

        assertThat(dated).isEqualTo("Subject: x\nDate: Tue, 24 Nov 2026 09:05:00 +0100\n\nDate: stays\n");
    }

    private static String crlf(String text) {
        return text(MailText.withCrlf(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
