package org.scora.mailets.relay;

import com.sun.mail.smtp.SMTPTransport;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import org.scora.domain.Route.Server;

/** A connection that knows whether it was STARTTLS that failed: then the same host is worth a try without. */
final class SmtpConnection extends SMTPTransport {
    private boolean tlsFailed;

    SmtpConnection(Session session, Server server) {
        super(session, new URLName("smtp", server.address().getHostAddress(), server.port(), null, null, null));
    }

    @Override
    protected void startTLS() throws MessagingException {
        tlsFailed = true;
        super.startTLS();
        tlsFailed = false;
    }

    boolean tlsFailed() {
        return tlsFailed;
    }
}
