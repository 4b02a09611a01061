package org.scora.checkup;

import com.google.common.net.InetAddresses;
import java.util.List;
import java.util.stream.Collectors;
import org.scora.dns.MailExchanger;
import org.scora.policy.Network;

/** Writes what the customer has to enter, with the customer's names and the operator's addresses in it. */
final class CustomerTexts {
    private static final int V4_BITS = 32;
    /** The widest network that Microsoft 365 takes. */
    private static final int WIDEST_AT_MICROSOFT = 24;

    private final String domain;
    private final String hostname;
    private final List<Network> networks;

    CustomerTexts(String domain, String hostname, List<Network> networks) {
        this.domain = domain;
        this.hostname = hostname;
        this.networks = networks;
    }

    List<CustomerText> all(List<MailExchanger> present) {
        return List.of(
                new CustomerText(
                        "zone-before", "The zone before the move: the same records with a short TTL", before(present)),
                new CustomerText("zone-after", "The zone after the move, in place of all MX records", after()),
                new CustomerText(
                        "nftables", "Firewall of the mail server: let only the gateway in (nftables)", nftables()),
                new CustomerText("postfix", "Postfix: take mail from the gateway only", postfix()),
                new CustomerText("exchange", "Exchange: take mail from the gateway only (PowerShell)", exchange()),
                new CustomerText("microsoft365", "Microsoft 365: connector for the gateway (PowerShell)", microsoft()),
                new CustomerText("google", "Google Workspace: inbound gateway", google()));
    }

    private String before(List<MailExchanger> present) {
        return present.isEmpty()
                ? "; " + domain + " has no MX record now.\n"
                : present.stream()
                        .map(each -> domain + ".  300  IN  MX  " + each.preference() + "  " + each.host() + ".\n")
                        .collect(Collectors.joining());
    }

    private String after() {
        return domain + ".  300  IN  MX  5  " + hostname + ".\n"
                + "; When the check-up says that the cut-over is complete, put the TTL back:\n"
                + "; " + domain + ".  3600  IN  MX  5  " + hostname + ".\n";
    }

    private String nftables() {
        return """
                # /etc/nftables.d/scora.nft: port 25 for the mail gateway and this machine only.
                # Senders of your own use port 587 or 465, which stay as they are.
                table inet scora {
                  chain smtp {
                    type filter hook input priority filter - 10; policy accept;
                    tcp dport 25 iif "lo" accept
                """ + accepting("ip", true) + accepting("ip6", false) + """
                    tcp dport 25 reject with tcp reset
                  }
                }
                """;
    }

    private String accepting(String family, boolean four) {
        String those = networks.stream()
                .filter(network -> isFour(network) == four)
                .map(CustomerTexts::shortly)
                .collect(Collectors.joining(", "));
        return those.isEmpty() ? "" : "    tcp dport 25 " + family + " saddr { " + those + " } accept\n";
    }

    private String postfix() {
        return "# /etc/postfix/scora_gateways\n"
                + networks.stream().map(network -> network + "  OK\n").collect(Collectors.joining())
                + """

                # /etc/postfix/main.cf. Not for ports 587 and 465: their lines in master.cf have their own restrictions.
                smtpd_client_restrictions =
                    permit_mynetworks,
                    permit_sasl_authenticated,
                    check_client_access cidr:/etc/postfix/scora_gateways,
                    reject

                # Take out of the other restrictions whatever looks at the client: block lists, SPF, greylisting.
                # The gateway has done that, and every client is the gateway now. Then: postfix reload
                """;
    }

    private String exchange() {
        return """
                # The gateway's connector; the server picks the one whose addresses fit best.
                New-ReceiveConnector -Name "Scora gateway" -Server $env:COMPUTERNAME -TransportRole FrontendTransport `
                    -Usage Custom -Bindings "0.0.0.0:25","[::]:25" -RemoteIPRanges %1$s `
                    -PermissionGroups AnonymousUsers -AuthMechanism Tls

                # All others: leave to the default connector your own networks only, here 10.0.0.0/8 and 192.168.0.0/16,
                # and in a hybrid organization the addresses of Exchange Online, or its mail does not reach you any more.
                Set-ReceiveConnector "$env:COMPUTERNAME\\Default Frontend $env:COMPUTERNAME" `
                    -RemoteIPRanges 10.0.0.0/8,192.168.0.0/16

                # The gateway's addresses are no spammers', whatever lists say.
                Set-TransportConfig -InternalSMTPServers @{Add=%2$s}
                """.formatted(
                        joined(networks.stream().map(CustomerTexts::shortly).toList()), quoted(networks));
    }

    private String microsoft() {
        List<Network> those =
                networks.stream().filter(CustomerTexts::isTakenByMicrosoft).toList();
        String left = those.size() == networks.size()
                ? ""
                : "# Left out, since a connector takes IPv4 networks from /24 to /32 only: "
                        + joined(networks.stream()
                                .filter(network -> !isTakenByMicrosoft(network))
                                .map(Network::toString)
                                .toList())
                        + "\n";
        return left
                + """
                # Connect-ExchangeOnline first. Mail that does not come from the gateway is refused from then on, so run it
                # when the check-up says that the cut-over is complete. In a hybrid organization your own Exchange servers
                # need their connector of type OnPremises, which the hybrid wizard makes, before that.
                New-InboundConnector -Name "Scora gateway" -ConnectorType Partner -SenderDomains * `
                    -RestrictDomainsToIPAddresses $true -RequireTls $true -SenderIPAddresses %1$s

                # Enhanced filtering: look at who sent it to the gateway, not at the gateway.
                Set-InboundConnector "Scora gateway" -EFSkipLastIP $true
                """.formatted(joined(
                        those.stream().map(CustomerTexts::shortly).toList()));
    }

    private String google() {
        return """
                In the Admin console: Apps, Google Workspace, Gmail, Spam, phishing and malware, Inbound gateway. Turn on:
                  1. Gateway IPs: %1$s
                  2. Automatically detect external IP: on
                  3. Reject all mail not from gateway IPs: on, once the check-up says that the cut-over is complete
                  4. Require TLS for connections from the email gateways listed above: on
                  5. Message tagging, if flagged mail shall go to the spam folder: header regexp ^X-Spam-Flag: YES
                """.formatted(
                        joined(networks.stream().map(CustomerTexts::shortly).toList()));
    }

    private static boolean isFour(Network network) {
        return network.start().getAddress().length * 8 == V4_BITS;
    }

    private static boolean isTakenByMicrosoft(Network network) {
        return isFour(network) && network.prefixLength() >= WIDEST_AT_MICROSOFT;
    }

    private static String shortly(Network network) {
        int bits = network.start().getAddress().length * 8;
        return network.prefixLength() == bits ? InetAddresses.toAddrString(network.start()) : network.toString();
    }

    private static String joined(List<String> texts) {
        return String.join(", ", texts);
    }

    private static String quoted(List<Network> networks) {
        return networks.stream().map(network -> "\"" + shortly(network) + "\"").collect(Collectors.joining(","));
    }
}
