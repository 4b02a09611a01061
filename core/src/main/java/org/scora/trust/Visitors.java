package org.scora.trust;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.scora.check.auth.EnvelopeAuthentication;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Envelope;

/** Finds out who wants to write. */
public final class Visitors {
    private final EnvelopeAuthentication authentication;
    private final Dns dns;
    private final PublicSuffixes suffixes;

    /** @param gatewayHostname this gateway's name, for SPF's macros */
    public Visitors(Dns dns, PublicSuffixes suffixes, String gatewayHostname) {
        this.authentication = new EnvelopeAuthentication(dns, gatewayHostname);
        this.dns = dns;
        this.suffixes = suffixes;
    }

    /** Asks the DNS; what it does not answer is not proven. */
    public Visitor identify(InetAddress client, Optional<String> helo, String sender) {
        Envelope envelope = new Envelope(Optional.of(client), helo, Optional.of(sender), List.of());
        return Visitor.of(client, helo.orElse(""), sender, authentication.of(envelope), dns, suffixes);
    }
}
