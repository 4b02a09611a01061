package org.scora.checkup;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.DnsAnswer.Status;
import org.scora.dns.MailExchanger;
import org.scora.dns.NameServers;
import org.scora.dns.PublishedMx;

/**
 * The MX records of a domain as its name servers publish them, or, when none of these answers, as the resolver has them.
 *
 * @param servers what each name server says; empty when none was found
 * @param answer of one of them that says something that another does not, or of the resolver
 * @param ttl empty when no name server told it
 */
record MxView(List<PublishedMx> servers, DnsAnswer<MailExchanger> answer, Optional<Duration> ttl) {

    static MxView of(String domain, Dns dns, NameServers nameServers) {
        List<PublishedMx> servers = nameServers.publishedMx(domain);
        return servers.stream()
                .filter(server -> !server.answer().failed())
                .findFirst()
                .map(first -> new MxView(servers, first.answer(), longest(servers)))
                .orElseGet(() -> new MxView(servers, dns.mx(domain), Optional.empty()));
    }

    private static Optional<Duration> longest(List<PublishedMx> servers) {
        return servers.stream()
                .filter(server -> server.answer().status() == Status.FOUND)
                .map(PublishedMx::ttl)
                .max(Duration::compareTo);
    }

    List<String> silent() {
        return servers.stream()
                .filter(server -> server.answer().failed())
                .map(PublishedMx::server)
                .toList();
    }

    /** Whether all that answer say the same. */
    boolean agrees() {
        return servers.stream()
                        .filter(server -> !server.answer().failed())
                        .map(PublishedMx::text)
                        .distinct()
                        .count()
                <= 1;
    }

    /** Every exchanger that some name server names. */
    List<MailExchanger> exchangers() {
        return servers.stream().allMatch(server -> server.answer().failed())
                ? answer.records()
                : servers.stream()
                        .flatMap(server -> server.answer().records().stream())
                        .distinct()
                        .toList();
    }

    String text() {
        return PublishedMx.text(exchangers());
    }
}
