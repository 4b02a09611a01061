package org.scora.mailets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.mail.util.SharedByteArrayInputStream;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;

/**
 * The bytes of a mail, as they came. James writes a message by way of its parsed headers, in US-ASCII: a header byte
 * above 127 becomes a question mark, even in a message that nobody changed, and even when a mail is only copied because
 * its recipients part. So Scora reads and replaces the source itself.
 */
public final class MailSource {

    private MailSource() {}

    /**
     * The whole message; as its source has it, unless something changed it through the MimeMessage API. Not to be
     * changed: it may be the message itself and no copy.
     */
    public static byte[] bytes(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        if (message instanceof UnchangedMessage unchanged && !unchanged.isModified()) {
            return unchanged.bytes.source();
        }
        try (InputStream in = message instanceof MimeMessageWrapper wrapper
                ? wrapper.getMessageInputStream()
                : new MimeMessageInputStream(message)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("the message can not be read", e);
        }
    }

    /** Makes these bytes the mail's message. */
    public static void replace(Mail mail, byte[] source) throws MessagingException {
        if (mail instanceof MailImpl mailImpl) {
            mailImpl.setMessageNoCopy(message(mail.getName(), source));
        } else {
            mail.setMessage(message(mail.getName(), source));
        }
    }

    /** A message that is written byte for byte, until somebody changes it. */
    public static MimeMessageWrapper message(String id, byte[] source) {
        return new UnchangedMessage(new Bytes(id, source));
    }

    private static final class UnchangedMessage extends MimeMessageWrapper {
        private final Bytes bytes;

        UnchangedMessage(Bytes bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        @Override
        public void writeTo(OutputStream headers, OutputStream body, String[] ignored, boolean preLoad)
                throws IOException, MessagingException {
            boolean asItCame = !isModified() && headers == body && ignored.length == 0;
            if (asItCame) {
                headers.write(bytes.source());
            } else {
                super.writeTo(headers, body, ignored, preLoad);
            }
        }

        // James gives the source up once somebody has looked into a part, although nothing was changed.
        @Override
        public InputStream getMessageInputStream() throws MessagingException {
            return isModified() ? super.getMessageInputStream() : bytes.getInputStream();
        }
    }

    private record Bytes(String id, byte[] source) implements MimeMessageSource {

        @Override
        public String getSourceId() {
            return id;
        }

        @Override
        public InputStream getInputStream() {
            return new SharedByteArrayInputStream(source);
        }

        @Override
        public long getMessageSize() {
            return source.length;
        }
    }
}
