package org.scora.checkup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer.Status;
import org.scora.dns.MailExchanger;
import org.scora.dns.NameServers;
import org.scora.dns.PublishedMx;
import org.scora.domain.DomainState;
import org.scora.domain.ProtectedDomain;

/** Do the domain's MX records name this gateway, it alone, and what is to be waited for? */
final class MxPart implements Part {
    private final Dns dns;
    private final NameServers nameServers;
    private final GatewayIdentity gateway;
    private final TtlAdvice advice;

    MxPart(Dns dns, NameServers nameServers, GatewayIdentity gateway, TtlAdvice advice) {
        this.dns = dns;
        this.nameServers = nameServers;
        this.gateway = gateway;
        this.advice = advice;
    }

    @Override
    public Question question() {
        return Question.MX;
    }

    @Override
    public List<CheckUpFinding> look(Situation situation) {
        MxView view = MxView.of(situation.domain(), dns, nameServers);
        List<CheckUpFinding> findings = new ArrayList<>();
        if (view.answer().status() == Status.FAILED) {
            return List.of(Code.MX_UNKNOWN.says(
                    "The DNS does not tell the MX records of " + situation.domain() + " now.",
                    "Try again in a while; see that this machine reaches its name servers."));
        }
        if (view.answer().status() == Status.NO_SUCH_NAME) {
            return List.of(Code.MX_NO_DOMAIN.says(
                    "There is no domain " + situation.domain() + " in the DNS.",
                    "Look for a typing error; register the domain, or have its zone served."));
        }
        List<MailExchanger> ours = view.exchangers().stream()
                .filter(exchanger -> gateway.is(exchanger, dns))
                .toList();
        boolean here = !ours.isEmpty();
        findings.add(here ? here(situation, view, ours) : elsewhere(situation.domain(), view));
        if (here) {
            tooEarly(situation).ifPresent(findings::add);
        }
        findings.addAll(nameServers(view));
        findings.addAll(advice.on(situation.domain(), view, ours));
        return findings;
    }

    private CheckUpFinding elsewhere(String domain, MxView view) {
        String move = "When all else is right and it is safe to move, publish: " + gateway.zoneLine(domain);
        if (view.exchangers().isEmpty()) {
            return Code.MX_NONE.says(
                    domain + " has no MX record: its mail goes to the host of that name, if there is one.", move);
        }
        if (view.exchangers().stream().allMatch(each -> each.host().isEmpty())) {
            return Code.MX_NULL.says(
                    domain + " has the null MX record (RFC 7505): senders are told that it takes no mail.", move);
        }
        return Code.MX_ELSEWHERE.says(
                "The MX records name " + names(view.exchangers()) + ", not " + gateway.hostname()
                        + ": mail does not come here yet.",
                move + " in place of them.");
    }

    private CheckUpFinding here(Situation situation, MxView view, List<MailExchanger> ours) {
        List<MailExchanger> others = view.exchangers().stream()
                .filter(exchanger -> !ours.contains(exchanger))
                .toList();
        if (others.isEmpty()) {
            return Code.MX_HERE.says("The MX records name this gateway and nobody else: " + names(ours) + ".");
        }
        String remedy = "Take out of the zone: "
                + others.stream()
                        .map(other -> situation.domain() + ". MX " + other.preference() + " " + other.host() + ".")
                        .collect(Collectors.joining("; "));
        boolean first = least(ours) < least(others);
        return first
                ? Code.MX_AROUND.says(
                        "Further MX records lead around this gateway: " + names(others)
                                + ". Spammers choose them on purpose.",
                        remedy)
                : Code.MX_NOT_FIRST.says(
                        "Mail goes to " + names(others) + " before, or as well as, it comes to " + names(ours)
                                + ": the smallest preference comes first.",
                        remedy);
    }

    private static int least(List<MailExchanger> exchangers) {
        return exchangers.stream().mapToInt(MailExchanger::preference).min().orElse(Integer.MAX_VALUE);
    }

    private static Optional<CheckUpFinding> tooEarly(Situation situation) {
        return situation.known().map(ProtectedDomain::state).equals(Optional.of(DomainState.ACTIVE))
                ? Optional.empty()
                : Optional.of(Code.MX_TOO_EARLY.says(
                        "Mail comes here already, and is " + (situation.known().isPresent() ? "put off." : "refused."),
                        situation.known().isPresent()
                                ? "scora domain activate " + situation.domain()
                                : "Add the domain at once."));
    }

    private static List<CheckUpFinding> nameServers(MxView view) {
        List<CheckUpFinding> findings = new ArrayList<>();
        if (!view.silent().isEmpty()) {
            findings.add(Code.NAME_SERVER_SILENT.says(
                    "Of its name servers, these do not answer for the domain: " + String.join(", ", view.silent())
                            + ".",
                    "See that port 53 of them is reached from here; if others can not ask them either, repair them or"
                            + " take them out of the zone's NS records."));
        }
        if (!view.agrees()) {
            findings.add(Code.NAME_SERVERS_DIFFER.says(
                    "Its name servers do not say the same yet: "
                            + view.servers().stream()
                                    .filter(server -> !server.answer().failed())
                                    .map(MxPart::said)
                                    .collect(Collectors.joining("; "))
                            + ".",
                    "Wait for the secondary servers; if it stays so, see that the zone's serial number was raised."));
        }
        return findings;
    }

    private static String said(PublishedMx server) {
        return server.server() + " names "
                + (server.text().isEmpty() ? "none" : names(server.answer().records()));
    }

    static String names(List<MailExchanger> exchangers) {
        return exchangers.stream()
                .map(each -> (each.host().isEmpty() ? "." : each.host()) + " (" + each.preference() + ")")
                .collect(Collectors.joining(", "));
    }
}
