package org.scora.checkup;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.scora.check.auth.PublishedPolicy;
import org.scora.dns.Dns;
import org.scora.message.Authentication.Result;
import org.scora.policy.Network;

/** May this gateway send in the domain's name, and is its name protected? */
final class SenderPart implements Part {
    private final Dns dns;
    private final GatewayIdentity gateway;
    private final PublishedPolicy published;

    SenderPart(Dns dns, GatewayIdentity gateway) {
        this.dns = dns;
        this.gateway = gateway;
        this.published = new PublishedPolicy(dns, gateway.hostname());
    }

    @Override
    public Question question() {
        return Question.SENDER;
    }

    @Override
    public List<CheckUpFinding> look(Situation situation) {
        return List.of(spf(situation.domain()), dmarc(situation.domain()));
    }

    private CheckUpFinding spf(String domain) {
        List<Network> networks = gateway.networks(dns);
        List<InetAddress> addresses = networks.stream().map(Network::start).toList();
        List<Result> results = addresses.stream()
                .map(address -> published.spf(domain, address))
                .toList();
        String terms = networks.stream().map(SenderPart::term).collect(Collectors.joining(" "));
        String forWhat = "Needed only if this gateway also sends or forwards mail of the domain to others.";
        if (results.isEmpty() || results.contains(Result.TEMPERROR)) {
            return Code.SPF_UNKNOWN.says(
                    "Whether its SPF record includes this gateway can not be told now.", "Try again in a while.");
        }
        if (results.contains(Result.PERMERROR)) {
            return Code.SPF_BROKEN.says(
                    domain + " has an SPF record with a mistake: nobody heeds it.",
                    "Correct it; at most ten terms may ask the DNS (RFC 7208 section 4.6.4).");
        }
        if (results.contains(Result.NONE)) {
            return Code.SPF_NONE.says(
                    domain + " has no SPF record: whoever likes can send in its name.",
                    "Publish one, with its own mail servers and " + terms + ": " + domain + ". IN TXT \"v=spf1 mx "
                            + terms + " ~all\"");
        }
        return results.stream().allMatch(Result.PASS::equals)
                ? Code.SPF_INCLUDES.says("Its SPF record includes this gateway.")
                : Code.SPF_LACKS.says(
                        "Its SPF record does not include this gateway. " + forWhat, "If it does: add " + terms);
    }

    private static String term(Network network) {
        String name = network.start().getAddress().length == 4 ? "ip4:" : "ip6:";
        int bits = network.start().getAddress().length * 8;
        return name
                + (network.prefixLength() == bits ? InetAddresses.toAddrString(network.start()) : network.toString());
    }

    private CheckUpFinding dmarc(String domain) {
        PublishedPolicy.Dmarc dmarc = published.dmarc(domain);
        if (dmarc.failed()) {
            return Code.DMARC_UNKNOWN.says("Its DMARC record can not be told now.", "Try again in a while.");
        }
        String begin = "_dmarc." + domain + ". IN TXT \"v=DMARC1; p=none; rua=mailto:dmarc@" + domain + "\"";
        return dmarc.policy()
                .map(policy -> policy.equals("none")
                        ? Code.DMARC_WATCHES.says(
                                domain
                                        + " has a DMARC record that only watches (p=none): forged mail in its name passes.",
                                "When its reports show that all wanted mail passes: p=quarantine, later p=reject")
                        : Code.DMARC_PROTECTS.says("Its name is protected by DMARC (p=" + policy + ")."))
                .orElseGet(() -> Code.DMARC_NONE.says(
                        domain + " has no DMARC record: forged mail in its name passes.", "Begin with: " + begin));
    }
}
