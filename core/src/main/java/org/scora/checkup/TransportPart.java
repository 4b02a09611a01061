package org.scora.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer.Status;
import org.scora.dns.MailExchanger;

/** Would senders that demand TLS still find the way (MTA-STS, RFC 8461; DANE, RFC 7672)? */
final class TransportPart implements Part {
    private static final int MOST_EXCHANGERS = 10;
    private static final String ENFORCED = "mode:enforce";
    private static final Set<String> MODES = Set.of(ENFORCED, "mode:testing", "mode:none");

    private final Dns dns;
    private final GatewayIdentity gateway;
    private final StsPolicies policies;

    TransportPart(Dns dns, GatewayIdentity gateway, StsPolicies policies) {
        this.dns = dns;
        this.gateway = gateway;
        this.policies = policies;
    }

    @Override
    public Question question() {
        return Question.TRANSPORT;
    }

    @Override
    public List<CheckUpFinding> look(Situation situation) {
        List<CheckUpFinding> findings = new ArrayList<>();
        findings.add(mtaSts(situation.domain()));
        dane(situation.domain()).ifPresent(findings::add);
        return findings;
    }

    private CheckUpFinding mtaSts(String domain) {
        boolean announced =
                dns.txt("_mta-sts." + domain).records().stream().anyMatch(text -> text.startsWith("v=STSv1"));
        if (!announced) {
            return Code.MTA_STS_NONE.says("No MTA-STS policy has to be changed.");
        }
        return policies.policyOf(domain)
                .map(TransportPart::lines)
                .filter(TransportPart::isPolicy)
                .map(lines -> judged(domain, lines))
                .orElseGet(() -> Code.MTA_STS_UNREADABLE.says(
                        domain + " announces an MTA-STS policy that can not be read from here.",
                        "See that it has the line \"mx: " + gateway.hostname() + "\": https://mta-sts." + domain
                                + "/.well-known/mta-sts.txt"));
    }

    private static List<String> lines(String policy) {
        return policy.lines()
                .map(line -> line.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*:\\s*", ":"))
                .toList();
    }

    // Others are worth as much as none, RFC 8461 section 3.2.
    private static boolean isPolicy(List<String> lines) {
        return lines.contains("version:stsv1") && lines.stream().anyMatch(MODES::contains);
    }

    private CheckUpFinding judged(String domain, List<String> lines) {
        boolean named =
                lines.stream().filter(line -> line.startsWith("mx:")).anyMatch(line -> matches(line.substring(3)));
        if (named) {
            return Code.MTA_STS_NAMES_US.says("Its MTA-STS policy names this gateway.");
        }
        String remedy = "Add \"mx: " + gateway.hostname() + "\" to https://mta-sts." + domain
                + "/.well-known/mta-sts.txt and a new id to the TXT record _mta-sts." + domain
                + ", one max_age before the MX record changes.";
        return lines.contains(ENFORCED)
                ? Code.MTA_STS_LACKS_US.says(
                        "Its MTA-STS policy does not name this gateway: many senders will not deliver here.", remedy)
                : Code.MTA_STS_TESTS.says("Its MTA-STS policy, not enforced, does not name this gateway.", remedy);
    }

    // RFC 8461 section 4.1: a wildcard stands for one label at the left.
    private boolean matches(String pattern) {
        String hostname = gateway.hostname().toLowerCase(Locale.ROOT);
        return pattern.startsWith("*.")
                ? hostname.indexOf('.') > 0
                        && hostname.substring(hostname.indexOf('.')).equals(pattern.substring(1))
                : pattern.equals(hostname);
    }

    private Optional<CheckUpFinding> dane(String domain) {
        boolean ours = hasTlsa(gateway.hostname());
        List<String> proven = dns.mx(domain).records().stream()
                .filter(exchanger -> !gateway.is(exchanger, dns))
                .map(MailExchanger::host)
                .filter(host -> !host.isEmpty())
                .limit(MOST_EXCHANGERS)
                .filter(this::hasTlsa)
                .toList();
        return proven.isEmpty() || ours
                ? Optional.empty()
                : Optional.of(Code.DANE_LACKS_US.says(
                        "Its present mail servers prove their certificates by DANE (" + String.join(", ", proven)
                                + "); this gateway does not.",
                        "To keep that: publish TLSA records for _25._tcp." + gateway.hostname()
                                + " in a zone with DNSSEC."));
    }

    private boolean hasTlsa(String host) {
        return dns.tlsa("_25._tcp." + host).status() == Status.FOUND;
    }
}
