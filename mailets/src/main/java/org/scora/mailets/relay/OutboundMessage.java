package org.scora.mailets.relay;

import com.sun.mail.smtp.SMTPMessage;
import java.io.IOException;
import java.io.OutputStream;
import javax.mail.Session;

/**
 * A message that goes out as the bytes it is: Jakarta Mail would write its headers anew, and damage bytes above 127 and
 * folding, and with them signatures.
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
        out.write(source);
        written = true;
    }

    /** Whether all bytes were handed to the network, so that the host may have the message. */
    boolean written() {
        return written;
    }
}
