package org.scora.message;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the SMTP session said about a message (RFC 5321).
 *
 * @param clientAddress who connected; empty for a mail file without that knowledge
 * @param helo the name in HELO or EHLO
 * @param sender the reverse-path; empty for the null sender of bounces
 * @param recipients the forward-paths
 */
public record Envelope(
        Optional<InetAddress> clientAddress, Optional<String> helo, Optional<String> sender, List<String> recipients) {

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    /** That of a message of which nothing but the message is known. */
    public static Envelope unknown() {
        return new Envelope(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The domain of the sender in lower case; empty for the null sender. */
    public Optional<String> senderDomain() {
        return sender.flatMap(Addresses::domainOf);
    }
}
