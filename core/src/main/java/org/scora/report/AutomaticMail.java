package org.scora.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

/** The frame of all mails that Scora writes by itself (RFC 3834). */
public final class AutomaticMail {
    private final String gateway;
    private final String senderName;

    /** @param gateway the host name of this gateway */
    public AutomaticMail(String gateway) {
        this(gateway, "Scora");
    }

    private AutomaticMail(String gateway, String senderName) {
        if (!gateway.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("'" + Harmless.line(gateway) + "' is not a host name");
        }
        this.gateway = gateway;
        this.senderName = senderName;
    }

    /** The same, sent under another name. */
    public AutomaticMail from(String name) {
        return new AutomaticMail(gateway, name);
    }

    /** What stands in a mail. */
    public interface Content {
        void writeInto(MimeMessage message) throws MessagingException;
    }

    /** The whole mail, lines ended by CRLF. */
    public byte[] source(List<String> recipients, String subject, Instant date, String messageId, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress("postmaster@" + gateway, senderName, "UTF-8"));
            for (String recipient : recipients) {
                message.addRecipient(Message.RecipientType.TO, address(recipient));
            }
            message.setSubject(subject, "UTF-8");
            message.setSentDate(Date.from(date));
            // RFC 3834 section 5; Precedence and Microsoft's field for those who do not know it.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Precedence", "bulk");
            message.setHeader("X-Auto-Response-Suppress", "All");
            content.writeInto(message);
            message.saveChanges();
            message.setHeader("Message-ID", messageId);
            message.writeTo(bytes);
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail could not be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static InternetAddress address(String recipient) {
        try {
            if (!recipient.matches("[\\x21-\\x7e]+@[\\x21-\\x7e]+")) {
                throw new AddressException("not local-part@domain in ASCII");
            }
            return new InternetAddress(recipient, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("'" + Harmless.line(recipient) + "' is not a mail address", e);
        }
    }
}
