package org.scora.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Makes a mail file ready to be sent, without touching more than needed. */
public final class MailText {
    private MailText() {}

    /** The bytes with each bare LF made a CRLF, and one at the end: what SMTP needs (RFC 5321 section 2.3.8). */
    public static byte[] withCrlf(byte[] source) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(source.length + source.length / 32 + 2);
        int before = -1;
        for (byte octet : source) {
            if (octet == '\n' && before != '\r') {
                lines.write('\r');
            }
            lines.write(octet);
            before = octet;
        }
        if (before != '\n') {
            lines.writeBytes(new byte[] {'\r', '\n'});
        }
        return lines.toByteArray();
    }

    /** The mail with this time in its Date field, when it has one. */
    public static byte[] dated(byte[] source, ZonedDateTime time) {
        String text = new String(source, StandardCharsets.ISO_8859_1);
        String date = "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
        return text.replaceFirst("(?m)^Date: .*$", date).getBytes(StandardCharsets.ISO_8859_1);
    }
}
