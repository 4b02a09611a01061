package org.scora.mailets.relay;

import java.time.Duration;
import java.util.Properties;
import javax.mail.Session;
import org.scora.domain.Authorities;
import org.scora.domain.TlsPolicy;

/** Jakarta Mail's settings for connections of each kind. Safe for use by several threads. */
final class SmtpSessions {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    private final String hostname;
    private final Duration timeout;
    private final Authorities authorities;
    private final Session encrypting;
    private final Session plain;

    /**
     * @param hostname of this gateway, said in EHLO
     * @param timeout for one answer of a host; RFC 5321 section 4.5.3.2 asks for five minutes
     * @param authorities who may certify a domain's server
     */
    SmtpSessions(String hostname, Duration timeout, Authorities authorities) {
        this.hostname = hostname;
        this.timeout = timeout;
        this.authorities = authorities;
        this.encrypting = Session.getInstance(trustingAnyone());
        this.plain = Session.getInstance(properties(false));
    }

    /** For connections that begin TLS when the host offers it. */
    Session encrypting(SmtpConnection.Target target) {
        if (target.policy() != TlsPolicy.VERIFIED) {
            return encrypting;
        }
        Properties properties = properties(true);
        properties.put(
                "mail.smtp.ssl.socketFactory",
                authorities.verifying(target.server().name()));
        return Session.getInstance(properties);
    }

    /** For connections without TLS. */
    Session plain() {
        return plain;
    }

    /** Whoever would refuse a certificate would send in the clear instead, which protects nobody (RFC 7435). */
    private Properties trustingAnyone() {
        Properties properties = properties(true);
        properties.setProperty("mail.smtp.ssl.trust", "*");
        return properties;
    }

    private Properties properties(boolean encrypted) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.localhost", hostname);
        properties.setProperty(
                "mail.smtp.connectiontimeout",
                millis(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT));
        properties.setProperty("mail.smtp.timeout", millis(timeout));
        properties.setProperty("mail.smtp.writetimeout", millis(timeout));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(encrypted));
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
