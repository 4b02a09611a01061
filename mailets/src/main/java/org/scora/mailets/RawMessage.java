package org.scora.mailets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;

/**
 * A message of James that is written as it was read. James' own wrapper writes headers as ASCII, so that a split or the
 * queue turns 8-bit characters into question marks and ends all lines alike. Who changes this one through its setters
 * gets James' behavior.
 */
public final class RawMessage extends MimeMessageWrapper {

    private RawMessage(MimeMessageInputStreamSource source) {
        super(source);
    }

    /**
     * Large messages go to a temporary file that is deleted with the mail.
     *
     * @param key part of that file's name
     */
    static RawMessage of(String key, byte[] bytes) throws MessagingException {
        return new RawMessage(MimeMessageInputStreamSource.create(key, new ByteArrayInputStream(bytes)));
    }

    @Override
    public void writeTo(OutputStream headers, OutputStream body, String[] ignored, boolean preLoad)
            throws IOException, MessagingException {
        if (headers != body || ignored.length > 0 || isModified()) {
            super.writeTo(headers, body, ignored, preLoad);
            return;
        }
        try (InputStream bytes = source.getInputStream()) {
            bytes.transferTo(body);
        }
    }

    @Override
    public InputStream getMessageInputStream() throws MessagingException {
        if (isModified()) {
            return super.getMessageInputStream();
        }
        try {
            return source.getInputStream();
        } catch (IOException e) {
            throw new MessagingException("the message can not be read", e);
        }
    }
}
