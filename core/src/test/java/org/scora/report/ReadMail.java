package org.scora.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimePart;
import org.scora.message.OutgoingMail;

/**
 * A report as Jakarta Mail reads it.
 *
 * @param source as it goes over the wire
 * @param text the plain text part, lines ended by LF
 * @param html the HTML part
 * @param leaves all parts that have no parts
 */
public record ReadMail(MimeMessage message, String source, String text, String html, List<MimePart> leaves) {

    public static ReadMail of(OutgoingMail mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.source()));
            List<MimePart> leaves = new ArrayList<>();
            collect(message, leaves);
            return new ReadMail(
                    message,
                    new String(mail.source(), StandardCharsets.ISO_8859_1),
                    content(leaves, "text/plain").replace("\r\n", "\n"),
                    content(leaves, "text/html"),
                    leaves);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(MimePart part, List<MimePart> leaves) throws IOException, MessagingException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int index = 0; index < parts.getCount(); index++) {
                collect((MimePart) parts.getBodyPart(index), leaves);
            }
        } else {
            leaves.add(part);
        }
    }

    private static String content(List<MimePart> leaves, String type) throws MessagingException, IOException {
        for (MimePart leaf : leaves) {
            if (leaf.isMimeType(type)) {
                return (String) leaf.getContent();
            }
        }
        throw new AssertionError("there is no " + type);
    }

    /** The content of the parts of a type, in their order. */
    public List<byte[]> parts(String type) {
        List<byte[]> found = new ArrayList<>();
        try {
            for (MimePart leaf : leaves) {
                if (leaf.isMimeType(type)) {
                    found.add(leaf.getInputStream().readAllBytes());
                }
            }
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    /** The HTML part as a browser can show it, which knows no parts. */
    public String page() {
        String page = html;
        try {
            for (MimePart leaf : leaves) {
                if (leaf.getContentID() != null) {
                    page = page.replace(
                            "cid:" + leaf.getContentID().replaceAll("[<>]", ""),
                            "data:image/png;base64,"
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    leaf.getInputStream().readAllBytes()));
                }
            }
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
        return page;
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
