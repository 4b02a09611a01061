package org.scora.trust;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.auth.EnvelopeAuthentication;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;

/** Finds out who wants to write. */
public final class Visitors {
    private static final String ON_A_BLOCK_LIST = "DNSLIST_CLIENT";

    private final EnvelopeAuthentication authentication;
    private final List<Check> lists;
    private final Dns dns;
    private final PublicSuffixes suffixes;

    /**
     * @param lists checks that find {@code DNSLIST_CLIENT}; may be empty
     * @param gatewayHostname this gateway's name, for SPF's macros
     */
    public Visitors(Dns dns, PublicSuffixes suffixes, List<Check> lists, String gatewayHostname) {
        this.authentication = new EnvelopeAuthentication(dns, gatewayHostname);
        this.lists = List.copyOf(lists);
        this.dns = dns;
        this.suffixes = suffixes;
    }

    /**
     * Asks the DNS; what it does not answer is not proven.
     *
     * @throws Exception when a check fails
     */
    public Visitor identify(InetAddress client, Optional<String> helo, String sender) throws Exception {
        Envelope envelope = new Envelope(Optional.of(client), helo, Optional.of(sender), List.of());
        return Visitor.of(
                client, helo.orElse(""), sender, authentication.of(envelope), isListed(envelope), dns, suffixes);
    }

    // The lists are asked about a message that has nothing but its envelope yet.
    private boolean isListed(Envelope envelope) throws Exception {
        IncomingMessage empty = IncomingMessage.read(new ByteArrayInputStream(new byte[0]), envelope);
        for (Check list : lists) {
            if (finds(list.examine(empty))) {
                return true;
            }
        }
        return false;
    }

    private static boolean finds(CheckResult result) {
        return result instanceof CheckResult.Found found
                        && found.findings().stream()
                                .anyMatch(finding -> finding.name().equals(ON_A_BLOCK_LIST))
                || result instanceof CheckResult.Partial partial
                        && partial.findings().stream()
                                .anyMatch(finding -> finding.name().equals(ON_A_BLOCK_LIST));
    }
}
