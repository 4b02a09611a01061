package org.scora.checkup;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;

/** Do name, address and reverse name of this gateway agree, as servers want it that take mail from it? */
final class GatewayPart implements Part {
    private final Dns dns;
    private final GatewayIdentity gateway;

    GatewayPart(Dns dns, GatewayIdentity gateway) {
        this.dns = dns;
        this.gateway = gateway;
    }

    @Override
    public Question question() {
        return Question.GATEWAY;
    }

    @Override
    public List<CheckUpFinding> look(Situation situation) {
        String hostname = gateway.hostname();
        DnsAnswer<InetAddress> addresses = dns.addresses(hostname);
        if (addresses.failed()) {
            return List.of(Code.GATEWAY_UNKNOWN.says(
                    "The DNS does not tell the address of " + hostname + " now.", "Try again in a while."));
        }
        if (addresses.records().isEmpty()) {
            return List.of(Code.GATEWAY_NO_ADDRESS.says(
                    "The name of this gateway, " + hostname + ", has no address in the DNS: no MX record may name it.",
                    "Publish an A record for " + hostname
                            + ", or correct hostname in scora.properties and start the server anew."));
        }
        List<CheckUpFinding> findings = new ArrayList<>();
        addresses.records().forEach(address -> findings.add(reverse(hostname, address)));
        return findings;
    }

    private CheckUpFinding reverse(String hostname, InetAddress address) {
        String text = InetAddresses.toAddrString(address);
        DnsAnswer<String> names = dns.names(address);
        if (names.failed()) {
            return Code.GATEWAY_UNKNOWN.says(
                    "The DNS does not tell the name of " + text + " now.", "Try again in a while.");
        }
        if (names.records().isEmpty()) {
            return Code.PTR_MISSING.says(
                    hostname + " is " + text + ", which has no name in the DNS: many servers refuse mail from it.",
                    "Let whoever provides the address publish its PTR record: " + hostname);
        }
        return names.records().stream().anyMatch(hostname::equalsIgnoreCase)
                ? Code.PTR_GOOD.says(hostname + " is " + text + ", and " + text + " is " + hostname
                        + ", which is also said in EHLO.")
                : Code.PTR_OTHER.says(
                        hostname + " is " + text + ", but " + text + " is " + String.join(", ", names.records())
                                + ": servers that compare them distrust this gateway.",
                        "Let its PTR record name " + hostname + ", or set hostname in scora.properties to "
                                + names.records().get(0));
    }
}
