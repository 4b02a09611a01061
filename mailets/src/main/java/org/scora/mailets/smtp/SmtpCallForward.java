package org.scora.mailets.smtp;

import com.sun.mail.smtp.SMTPTransport;
import java.util.List;
import java.util.Properties;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.URLName;
import org.scora.domain.Authorities;
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

    private final Routes routes;
    private final String hostname;
    private final Authorities authorities;

    /**
     * Asks nobody yet.
     *
     * @param hostname of this gateway, said in EHLO
     * @param authorities who may certify a server whose domain asks for that
     */
    public SmtpCallForward(Routes routes, String hostname, Authorities authorities) {
        this.routes = routes;
        this.hostname = hostname;
        this.authorities = authorities;
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
        try (SMTPTransport connection = new SMTPTransport(session(tls, server), place)) {
            connection.connect();
            if (connection.simpleCommand("MAIL FROM:<>") >= 300) {
                return Answer.UNKNOWN;
            }
            connection.simpleCommand("RCPT TO:<" + recipient + ">");
            return Answer.of(connection.getLastServerResponse());
        }
    }

    private Session session(TlsPolicy tls, Server server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", hostname);
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.quitwait", "false");
        // Without a policy that asks for it, addresses go in the clear rather than not at all.
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls != TlsPolicy.OPPORTUNISTIC));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(tls != TlsPolicy.OPPORTUNISTIC));
        if (tls == TlsPolicy.VERIFIED) {
            properties.put("mail.smtp.ssl.socketFactory", authorities.verifying(server.name()));
        } else {
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
        return Session.getInstance(properties);
    }
}
