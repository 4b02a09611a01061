package org.scora.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import org.scora.message.OutgoingMail;

/** The frame of all mails that Scora writes by itself (RFC 3834). */
public final class AutomaticMail {
    private static final String MESSAGE_ID = "<[\\x21-\\x3b\\x3d\\x3f-\\x7e]{3,250}>";

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

    /**
     * The mail, ready to be sent with a null sender, so that a bounce ends there.
     *
     * @param id tells it from all other mails of the gateway: a second with the same is the same mail, and its Message-ID says so
     * @throws IllegalArgumentException when a recipient is not an address
     */
    public OutgoingMail write(String id, List<String> recipients, String subject, Instant date, Content content) {
        return new OutgoingMail(
                id, Optional.empty(), recipients, source(recipients, subject, date, messageId(id), content));
    }

    /** The Message-ID of the mail with this id. */
    public String messageId(String id) {
        return "<" + id + "@" + gateway + ">";
    }

    /** The whole mail, lines ended by CRLF. */
    byte[] source(List<String> recipients, String subject, Instant date, String messageId, Content content) {
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

    /** Fills a mail with plain text that no server refolds. */
    public static void setPlainText(MimeMessage message, String text) throws MessagingException {
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    /**
     * Makes a mail an answer (RFC 3834 section 5, RFC 5322 section 3.6.4).
     *
     * @param messageId of the mail that is answered; left out when it is none
     */
    public static void setAnswer(MimeMessage message, Optional<String> messageId) throws MessagingException {
        message.setHeader("Auto-Submitted", "auto-replied");
        Optional<String> answered = messageId.filter(written -> written.matches(MESSAGE_ID));
        if (answered.isPresent()) {
            message.setHeader("In-Reply-To", answered.get());
            message.setHeader("References", answered.get());
        }
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
