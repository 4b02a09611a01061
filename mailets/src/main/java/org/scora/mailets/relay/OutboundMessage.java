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
        int start = 0;
        for (int i = 0; i < source.length; i++) {
            if (isBareCr(i)) {
                out.write(source, start, i - start);
                out.write(' ');
                start = i + 1;
            }
        }
        out.write(source, start, source.length - start);
        written = true;
    }

    private boolean isBareCr(int i) {
        return source[i] == '\r' && (i + 1 == source.length || source[i + 1] != '\n');
    }

    /** Whether all bytes were handed to the network, so that the host may have the message. */
    boolean written() {
        return written;
    }
}
