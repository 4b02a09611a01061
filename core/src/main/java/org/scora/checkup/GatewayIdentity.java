package org.scora.checkup;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import org.scora.dns.Dns;
import org.scora.dns.MailExchanger;
import org.scora.domain.OwnListener;
import org.scora.policy.Network;

/**
 * How the world knows this gateway.
 *
 * @param hostname said in EHLO, and named by MX records
 * @param block the networks from which it sends and in which its names lie, as the operator wrote them; without any, the
 *     addresses to which its name leads
 * @param listener where it takes mail on this machine
 */
public record GatewayIdentity(String hostname, List<Network> block, OwnListener listener) {

    public GatewayIdentity {
        block = List.copyOf(block);
    }

    /**
     * Of an operator's settings.
     *
     * @param networks addresses and networks in CIDR notation
     */
    public static GatewayIdentity of(String hostname, List<String> networks, OwnListener listener) {
        return new GatewayIdentity(
                hostname, networks.stream().map(GatewayIdentity::network).toList(), listener);
    }

    private static Network network(String text) {
        return text.contains("/") ? Network.parse(text) : alone(InetAddresses.forString(text));
    }

    /** The networks; those of its name's addresses when none were written; none when the DNS does not tell. */
    List<Network> networks(Dns dns) {
        return block.isEmpty()
                ? dns.addresses(hostname).records().stream()
                        .map(GatewayIdentity::alone)
                        .toList()
                : block;
    }

    private static Network alone(InetAddress address) {
        return Network.parse(InetAddresses.toAddrString(address) + "/" + address.getAddress().length * 8);
    }

    /** Whether a mail exchanger is this gateway: by its name, or since all its addresses are in the networks. */
    boolean is(MailExchanger exchanger, Dns dns) {
        if (exchanger.host().equalsIgnoreCase(hostname)) {
            return true;
        }
        List<InetAddress> addresses = dns.addresses(exchanger.host()).records();
        List<Network> ours = networks(dns);
        return !addresses.isEmpty()
                && addresses.stream().allMatch(address -> ours.stream().anyMatch(network -> network.contains(address)));
    }

    /** The zone line that leads mail here. */
    String zoneLine(String domain) {
        return domain + ". 300 IN MX 5 " + hostname + ".";
    }
}
