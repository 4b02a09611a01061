package org.scora.mailets.smtp;

import com.sun.mail.smtp.SMTPTransport;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import org.scora.domain.CallForward;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.Route;
import org.scora.domain.Route.Server;
import org.scora.domain.Routes;
import org.scora.domain.TlsPolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a domain's own server by MAIL and RCPT, and leaves before DATA. The way is found as for mail, so it never leads
 * back to this gateway. The null sender is used: servers have to take it (RFC 5321 section 4.5.5).
 */
public final class SmtpCallForward implements CallForward {
    private static final Logger LOGGER = LoggerFactory.getLogger(SmtpCallForward.class);
    // A client waits five minutes at most for the answer to its RCPT (RFC 5321 section 4.5.3.2); all tries together
    // stay far below.
    private static final int MOST_SERVERS = 2;
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";
    private static final Pattern REPLY =
            Pattern.compile("(\\d{3})[ -](?:(\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?.*", Pattern.DOTALL);

    private final Routes routes;
    private final String hostname;

    /** @param hostname of this gateway, said in EHLO */
    public SmtpCallForward(Routes routes, String hostname) {
        this.routes = routes;
        this.hostname = hostname;
    }

    @Override
    public Answer ask(ProtectedDomain domain, String localPart) {
        String recipient = localPart + "@" + domain.name();
        List<Server> servers = routes.to(domain.name()) instanceof Route.Servers found ? found.servers() : List.of();
        for (Server server : servers.subList(0, Math.min(MOST_SERVERS, servers.size()))) {
            try {
                return ask(server, domain.tls(), recipient);
            } catch (MessagingException e) {
                LOGGER.info("{} does not say whether there is a mailbox {}: {}", server, recipient, e.toString());
            }
        }
        return Answer.UNREACHABLE;
    }

    private Answer ask(Server server, TlsPolicy tls, String recipient) throws MessagingException {
        URLName place = new URLName("smtp", server.address().getHostAddress(), server.port(), null, null, null);
        try (SMTPTransport connection = new SMTPTransport(session(tls), place)) {
            connection.connect();
            if (connection.simpleCommand("MAIL FROM:<>") >= 300) {
                return Answer.UNKNOWN;
            }
            connection.simpleCommand("RCPT TO:<" + recipient + ">");
            return meaning(connection.getLastServerResponse());
        }
    }

    /** A refusal that is about the mailbox counts; one that is about us, such as 5.7.1, says nothing of it. */
    static Answer meaning(String reply) {
        Matcher parts = REPLY.matcher(reply);
        if (!parts.matches()) {
            return Answer.UNKNOWN;
        }
        int code = Integer.parseInt(parts.group(1));
        if (code < 300) {
            return Answer.TAKES;
        }
        boolean aboutMailbox = parts.group(2) == null
                ? code == 550 || code == 551 || code == 553
                : parts.group(2).matches("5\\.1\\.\\d+|5\\.2\\.1|5\\.0\\.0");
        return code >= 500 && aboutMailbox ? Answer.REFUSES : Answer.UNKNOWN;
    }

    private Session session(TlsPolicy tls) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", hostname);
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.quitwait", "false");
        // Without a policy that asks for it, addresses go in the clear rather than not at all.
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls != TlsPolicy.OPPORTUNISTIC));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls != TlsPolicy.OPPORTUNISTIC));
        properties.setProperty("mail.smtp.ssl.trust", "*");
        return Session.getInstance(properties);
    }
}
