package org.scora.mailets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;

/** The bytes of a mail's message as they are, past the decoding that damages headers with bytes above 127. */
public final class MailSource {
    private MailSource() {}

    public static byte[] bytes(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("the message can not be read", e);
        }
    }

    public static void replace(Mail mail, byte[] source) throws MessagingException {
        MimeMessageWrapper message = new MimeMessageWrapper(new Bytes(mail.getName(), source));
        if (mail instanceof MailImpl impl) {
            impl.setMessageNoCopy(message);
        } else {
            mail.setMessage((MimeMessage) message);
        }
    }

    private record Bytes(String getSourceId, byte[] source) implements MimeMessageSource {
        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(source);
        }

        @Override
        public long getMessageSize() {
            return source.length;
        }
    }
}
