package org.scora.checkup;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.dns.Dns;
import org.scora.domain.MailboxLists;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.Route.Server;
import org.scora.domain.RouteHost;

/** Do the domain's own servers take mail that did not come through the gateway? */
final class BypassPart implements Part {
    private static final int MOST_HOSTS = 20;

    private final Dns dns;
    private final SmtpProbe probe;
    private final MailboxLists mailboxes;

    BypassPart(Dns dns, SmtpProbe probe, MailboxLists mailboxes) {
        this.dns = dns;
        this.probe = probe;
        this.mailboxes = mailboxes;
    }

    @Override
    public Question question() {
        return Question.BYPASS;
    }

    @Override
    public List<CheckUpFinding> look(Situation situation) {
        if (situation.known().isEmpty()) {
            return List.of();
        }
        ProtectedDomain domain = situation.known().get();
        List<Server> servers = domain.route().stream()
                .limit(MOST_HOSTS)
                .flatMap(host -> server(host).stream())
                .toList();
        return situation
                .request()
                .elsewhere()
                .map(from -> AtOnce.map(servers, server -> visit(server, from, situation)))
                .orElseGet(() -> List.of(notTried(domain)));
    }

    private Optional<Server> server(RouteHost host) {
        return ServersPart.addressesOf(host, dns).stream()
                .findFirst()
                .map(address -> new Server(host.host(), address, host.port()));
    }

    private static CheckUpFinding notTried(ProtectedDomain domain) {
        RouteHost host = domain.route().get(0);
        return Code.BYPASS_NOT_TRIED.says(
                "Whether its own servers take mail from elsewhere can only be tried from elsewhere.",
                "From a machine outside: telnet " + host.host() + " " + host.port() + ", then EHLO me.example, MAIL"
                        + " FROM:<>, RCPT TO:<postmaster@" + domain.name() + ">, QUIT. It should refuse, or not"
                        + " answer. If this machine has an address that those servers do not let in:"
                        + " --from-address ADDRESS");
    }

    private CheckUpFinding visit(Server server, InetAddress from, Situation situation) {
        String name = ServerFindings.name(server);
        String known = situation
                .request()
                .recipient()
                .or(() -> mailboxes.after(situation.domain(), "", 1).stream().findFirst())
                .orElse("postmaster");
        List<String> recipients = Stream.of(known, "postmaster")
                .map(localPart -> localPart + "@" + situation.domain())
                .toList();
        SmtpProbe.Report report = probe.visit(new SmtpProbe.Visit(server, Optional.of(from), recipients));
        if (report.failure().filter(why -> why.startsWith("was not asked")).isPresent()) {
            return Code.BYPASS_NO_ADDRESS.says(
                    name + " " + report.failure().get() + " as " + from.getHostAddress() + ".",
                    "Name an address that this machine has: ip address show");
        }
        return report.recipients().stream().anyMatch(SmtpReply::positive)
                ? Code.BYPASS_OPEN.says(
                        name + " takes mail from " + from.getHostAddress()
                                + ": whoever finds it goes around the filter.",
                        "Let only this gateway in at port 25; for ready-made rules: --texts")
                : Code.BYPASS_CLOSED.says(name + " takes no mail from " + from.getHostAddress() + ": it "
                        + report.failure()
                                .orElseGet(() -> "answers RCPT with "
                                        + report.recipients().get(0)) + ".");
    }
}
