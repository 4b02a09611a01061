package org.scora.mailets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;

/**
 * The bytes of a mail as they came. James' API for headers turns 8-bit characters into question marks, so headers are
 * changed in the bytes, and the bytes put back.
 */
public final class MailSource {
    private MailSource() {}

    /** The whole message: as it came, unless somebody changed it through James' API. */
    public static byte[] bytes(Mail mail) throws MessagingException {
        try {
            return bytes(mail.getMessage());
        } catch (IOException e) {
            throw new MessagingException("the message can not be read", e);
        }
    }

    private static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
        if (message instanceof MimeMessageWrapper wrapper && !wrapper.isModified()) {
            try (InputStream source = wrapper.getMessageInputStream()) {
                return source.readAllBytes();
            }
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        message.writeTo(written);
        return written.toByteArray();
    }

    /** Gives the mail another message, which splits and the queue then keep byte for byte. */
    public static void replace(Mail mail, byte[] bytes) throws MessagingException {
        RawMessage message = RawMessage.of(mail.getName(), bytes);
        if (mail instanceof MailImpl ours) {
            ours.setMessageNoCopy(message);
        } else {
            mail.setMessage(message);
        }
    }
}
