package org.scora.checkup;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.scora.domain.Route.Server;

/**
 * Talks to a mail server as one that has mail for it, and leaves before it sends any. Answers within ten seconds, and
 * never throws. Thread-safe.
 */
public interface SmtpProbe {

    /**
     * Whom to ask for what.
     *
     * @param from the address of this machine to ask from; whichever leads there when it is empty
     * @param recipients whole addresses to ask for, one after the other
     */
    record Visit(Server server, Optional<InetAddress> from, List<String> recipients) {
        public Visit {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * How it went.
     *
     * @param failure why it got no further, in words that follow the server's name
     * @param recipients the answers, one for each that was asked for; empty when it did not come to that
     */
    record Report(Optional<String> failure, Tls tls, List<SmtpReply> recipients) {
        public Report {
            recipients = List.copyOf(recipients);
        }
    }

    /** What became of TLS (RFC 3207). */
    sealed interface Tls {
        /** It did not come to that. */
        record NotTried() implements Tls {}

        /** The server does not offer it. */
        record NotOffered() implements Tls {}

        /** The server offers it, and it fails. */
        record Failed(String why) implements Tls {}

        /** It works; what is known of the certificate. */
        record Works(CertificateView certificate) implements Tls {}
    }

    Report visit(Visit visit);
}
