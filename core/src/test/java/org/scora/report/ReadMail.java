package org.scora.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import javax.mail.BodyPart;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.scora.message.OutgoingMail;

/**
 * A report as Jakarta Mail reads it.
 *
 * @param source as it goes over the wire
 * @param text the plain text part, lines ended by LF
 * @param html the HTML part
 */
public record ReadMail(MimeMessage message, String source, String text, String html) {

    public static ReadMail of(OutgoingMail mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.source()));
            MimeMultipart parts = (MimeMultipart) message.getContent();
            return new ReadMail(
                    message,
                    new String(mail.source(), StandardCharsets.ISO_8859_1),
                    content(parts.getBodyPart(0), "text/plain").replace("\r\n", "\n"),
                    content(parts.getBodyPart(1), "text/html"));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(BodyPart part, String type) throws MessagingException, IOException {
        if (!part.isMimeType(type)) {
            throw new AssertionError("expected " + type + ", got " + part.getContentType());
        }
        return (String) part.getContent();
    }

    public String header(String name) {
        try {
            return message.getHeader(name, "\n");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
