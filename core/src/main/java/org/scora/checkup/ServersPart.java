package org.scora.checkup;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.scora.dns.Dns;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.Route.Server;
import org.scora.domain.RouteHost;

/** Does every address of every host of the route answer, take mail for a mailbox, offer TLS, and refuse a stranger? */
final class ServersPart implements Part {
    private static final int MOST_HOSTS = 20;
    private static final int MOST_ADDRESSES = 4;

    private final Dns dns;
    private final GatewayIdentity gateway;
    private final SmtpProbe probe;
    private final MailboxLists mailboxes;
    private final RandomGenerator random;
    private final ServerFindings findings;

    ServersPart(
            Dns dns,
            GatewayIdentity gateway,
            SmtpProbe probe,
            MailboxLists mailboxes,
            RandomGenerator random,
            Clock clock) {
        this.dns = dns;
        this.gateway = gateway;
        this.probe = probe;
        this.mailboxes = mailboxes;
        this.random = random;
        this.findings = new ServerFindings(clock);
    }

    @Override
    public Question question() {
        return Question.SERVERS;
    }

    @Override
    public List<CheckUpFinding> look(Situation situation) {
        return situation
                .known()
                .map(domain -> look(situation.request(), domain))
                .orElse(List.of());
    }

    private List<CheckUpFinding> look(CheckUpRequest request, ProtectedDomain domain) {
        List<String> recipients = recipients(request, domain);
        List<RouteHost> hosts = domain.route().stream().limit(MOST_HOSTS).toList();
        return AtOnce.map(hosts, host -> look(host, domain, recipients)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** A mailbox that should be there, postmaster, and one that nobody can have. */
    private List<String> recipients(CheckUpRequest request, ProtectedDomain domain) {
        String stranger = "nobody-" + Long.toUnsignedString(random.nextLong(), 36);
        return Stream.concat(known(request, domain).stream(), Stream.of("postmaster", stranger))
                .map(localPart -> localPart + "@" + domain.name())
                .toList();
    }

    private Optional<String> known(CheckUpRequest request, ProtectedDomain domain) {
        return request.recipient()
                .or(() -> mailboxes.after(domain.name(), "", 1).stream().findFirst());
    }

    private List<CheckUpFinding> look(RouteHost host, ProtectedDomain domain, List<String> recipients) {
        if (gateway.listener().isReachedBy(host)) {
            return List.of(Code.ROUTE_HERE.says(
                    "The route " + host + " is this gateway itself: mail would go round in circles.",
                    "scora domain set " + domain.name() + " route MAILSERVER"));
        }
        List<InetAddress> addresses = addressesOf(host, dns);
        if (addresses.isEmpty()) {
            return List.of(Code.ROUTE_NO_ADDRESS.says(
                    "The DNS tells no address of " + host.host() + ".",
                    "Correct the name: scora domain set " + domain.name() + " route MAILSERVER"));
        }
        List<CheckUpFinding> all = new ArrayList<>();
        AtOnce.map(
                        addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size())),
                        address -> visit(new Server(host.host(), address, host.port()), domain, recipients))
                .forEach(all::addAll);
        return all;
    }

    private List<CheckUpFinding> visit(Server server, ProtectedDomain domain, List<String> recipients) {
        SmtpProbe.Report report = probe.visit(new SmtpProbe.Visit(server, Optional.empty(), recipients));
        return findings.of(server, domain, recipients, report);
    }

    static List<InetAddress> addressesOf(RouteHost host, Dns dns) {
        if (host.host().equals("localhost")) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        return InetAddresses.isInetAddress(host.host())
                ? List.of(InetAddresses.forString(host.host()))
                : dns.addresses(host.host()).records();
    }
}
