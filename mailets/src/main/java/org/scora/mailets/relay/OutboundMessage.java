package org.scora.mailets.relay;

import com.sun.mail.smtp.SMTPMessage;
import java.io.IOException;
import java.io.OutputStream;
import javax.mail.Session;

/**
 * A message that goes out as the bytes it is: Jakarta Mail would write its headers anew, and damage bytes above 127 and
 * folding, and with them signatures.
 *
 * <p>But a CR without an LF must not go out (RFC 5321 section 2.3.8), and Jakarta Mail would make a line end of it: a
 * header field or a part that nobody saw here would come into being on the way. It becomes a space.
 */
final class OutboundMessage extends SMTPMessage {
    private final byte[] source;
    private boolean written;

    OutboundMessage(Session session, byte[] source) {
        super(session);
        this.source = source;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
        out.write(withoutBareCr());
        written = true;
    }

    private byte[] withoutBareCr() {
        byte[] bytes = source.clone();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n')) {
                bytes[i] = ' ';
            }
        }
        return bytes;
    }

    /** Whether all bytes were handed to the network, so that the host may have the message. */
    boolean written() {
        return written;
    }
}
