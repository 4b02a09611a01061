package org.scora.mailets.relay;

import com.sun.mail.smtp.SMTPTransport;
import java.time.Instant;
import java.util.Map;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import org.scora.domain.Route.Server;
import org.scora.domain.TlsPolicy;

/** A connection to one host, over which several mails may go, one after the other. Used by one thread at a time. */
final class SmtpConnection extends SMTPTransport {
    private static final String RCPT = "RCPT TO:";

    private final Target target;
    private Map<String, String> recipientParameters = Map.of();
    private boolean tlsFailed;
    private int transactions;
    private boolean open;
    private Instant idleSince = Instant.EPOCH;

    /** What connections are alike for: which host, and how protected. */
    record Target(Server server, TlsPolicy policy) {}

    SmtpConnection(Session session, Target target) {
        super(
                session,
                new URLName(
                        "smtp",
                        target.server().address().getHostAddress(),
                        target.server().port(),
                        null,
                        null,
                        null));
        this.target = target;
    }

    @Override
    protected void startTLS() throws MessagingException {
        tlsFailed = true;
        super.startTLS();
        tlsFailed = false;
    }

    /** Jakarta Mail knows no ORCPT, and only one NOTIFY for all recipients (RFC 3461 section 4). */
    @Override
    protected void sendCommand(String command) throws MessagingException {
        super.sendCommand(
                command.startsWith(RCPT)
                        ? command + recipientParameters.getOrDefault(command.substring(RCPT.length()), "")
                        : command);
    }

    /** @param parameters what to say behind each recipient, by the address in angle brackets */
    void begin(Map<String, String> parameters) {
        recipientParameters = parameters;
        transactions++;
    }

    Target target() {
        return target;
    }

    boolean tlsFailed() {
        return tlsFailed;
    }

    /** How many mails were sent over it, or tried to. */
    int transactions() {
        return transactions;
    }

    @Override
    protected synchronized void setConnected(boolean connected) {
        super.setConnected(connected);
        open = connected;
    }

    /** Whether the host can be asked for more, as far as is known without asking it. */
    boolean isOpen() {
        return open && getLastReturnCode() != Reply.SHUTTING_DOWN;
    }

    void idleSince(Instant time) {
        idleSince = time;
    }

    Instant idleSince() {
        return idleSince;
    }
}
