package org.scora.prefilter;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Locale;
import java.util.function.Predicate;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.domain.ProtectedDomain;

/** Whether a client greets with a name that belongs to us or to the recipient. What the DNS does not tell counts as true. */
final class HeloNames {
    private final String gatewayHostname;
    private final Predicate<InetAddress> ours;
    private final Dns dns;

    /** @param ours whether an address is one of this machine */
    HeloNames(String gatewayHostname, Predicate<InetAddress> ours, Dns dns) {
        this.gatewayHostname = gatewayHostname;
        this.ours = ours;
        this.dns = dns;
    }

    boolean forgesGateway(String helo, InetAddress client) {
        return same(helo, gatewayHostname) && !ours.test(client) && !leadsTo(gatewayHostname, client);
    }

    boolean forgesDomain(String helo, ProtectedDomain domain, InetAddress client) {
        return same(helo, domain.name())
                && !ours.test(client)
                && !leadsTo(domain.name(), client)
                && domain.route().stream().noneMatch(host -> leadsTo(host.host(), client));
    }

    private static boolean same(String helo, String name) {
        String given = helo.toLowerCase(Locale.ROOT);
        return given.equalsIgnoreCase(name) || given.equalsIgnoreCase(name + ".");
    }

    private boolean leadsTo(String host, InetAddress client) {
        if (InetAddresses.isInetAddress(host)) {
            return InetAddresses.forString(host).equals(client);
        }
        DnsAnswer<InetAddress> answer = dns.addresses(host);
        return answer.failed() || answer.records().contains(client);
    }
}
