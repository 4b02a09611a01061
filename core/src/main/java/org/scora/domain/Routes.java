package org.scora.domain;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.MailExchanger;
import org.scora.domain.Route.PermanentFailure;
import org.scora.domain.Route.Server;
import org.scora.domain.Route.Servers;
import org.scora.domain.Route.TemporaryFailure;

/**
 * Finds the way for a recipient's domain: a protected domain's own servers, otherwise what the DNS says (RFC 5321
 * section 5.1). Never leads back to this gateway. Safe for use by several threads.
 */
public final class Routes {
    private static final int SMTP_PORT = 25;
    // A stranger's zone may name thousands: who answers at none of the first ten is down.
    private static final int MOST_HOSTS = 10;
    private static final int MOST_SERVERS = 20;
    private static final int NOBODY = Integer.MAX_VALUE;

    private final ProtectedDomains domains;
    private final Dns dns;
    private final String gatewayHostname;
    private final Predicate<InetSocketAddress> isOurself;
    private final Random random;

    /**
     * @param gatewayHostname the name by which MX records know this gateway
     * @param isOurself whether this gateway listens on an address
     * @param random orders hosts of equal preference, so that they share the load
     */
    public Routes(
            ProtectedDomains domains,
            Dns dns,
            String gatewayHostname,
            Predicate<InetSocketAddress> isOurself,
            Random random) {
        this.domains = domains;
        this.dns = dns;
        this.gatewayHostname = normalized(gatewayHostname);
        this.isOurself = isOurself;
        this.random = random;
    }

    /**
     * The way for a domain. Throws UncheckedIOException when the store of domains can not be reached.
     *
     * @param domainName as in the recipient's address
     */
    public Route to(String domainName) {
        String name = normalized(domainName);
        if (InetAddresses.isInetAddress(name) || name.startsWith("[")) {
            // Only bounces come here, and their sender chose the address: it may be any host of our own network.
            return new PermanentFailure("5.1.2", "Mail to an address literal is not relayed");
        }
        return domains.find(name).map(this::ownServers).orElseGet(() -> byDns(name));
    }

    /**
     * Names where a domain's mail goes, without asking the DNS: the same for all domains of one route, and the domain
     * itself when it has none. Throws UncheckedIOException when the store of domains can not be reached.
     */
    public String destination(String domainName) {
        String name = normalized(domainName);
        return domains.find(name)
                .map(domain -> domain.route().stream()
                        .map(host -> host.preference() + " " + host)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .orElse(name);
    }

    private Route ownServers(ProtectedDomain domain) {
        Lookup lookup = lookUp(inOrder(domain.route()));
        if (!lookup.servers().isEmpty()) {
            return new Servers(lookup.servers(), domain.tls());
        }
        if (lookup.ourPreference() < NOBODY) {
            return loop(domain.name());
        }
        // An administrator can still correct the route, so this is never permanent.
        return new TemporaryFailure("4.4.3", "The mail servers of " + domain.name() + " have no address in the DNS");
    }

    private Route byDns(String domain) {
        DnsAnswer<MailExchanger> answer = dns.mx(domain);
        return switch (answer.status()) {
            case FOUND -> byMx(domain, answer.records());
            // RFC 5321 section 5.1: without MX records the domain is its own mail server
            case NO_DATA -> toHosts(domain, List.of(new RouteHost(domain, SMTP_PORT, 0)));
            case NO_SUCH_NAME -> new PermanentFailure("5.1.2", "There is no domain " + domain);
            case FAILED -> new TemporaryFailure("4.4.3", "The DNS does not answer for " + domain);
        };
    }

    private Route byMx(String domain, List<MailExchanger> exchangers) {
        List<RouteHost> hosts = exchangers.stream()
                .filter(exchanger -> !exchanger.host().isEmpty())
                .map(exchanger -> new RouteHost(normalized(exchanger.host()), SMTP_PORT, exchanger.preference()))
                .toList();
        if (hosts.isEmpty()) {
            return new PermanentFailure("5.1.10", "The domain " + domain + " does not accept mail (RFC 7505)");
        }
        return toHosts(domain, hosts);
    }

    private Route toHosts(String domain, List<RouteHost> hosts) {
        int ourPreference = hosts.stream()
                .filter(host -> host.host().equals(gatewayHostname))
                .mapToInt(RouteHost::preference)
                .min()
                .orElse(NOBODY);
        Lookup lookup = lookUp(inOrder(
                hosts.stream().filter(host -> host.preference() < ourPreference).toList()));
        List<Server> servers = lookup.serversBefore(lookup.ourPreference());
        if (!servers.isEmpty()) {
            return new Servers(servers, TlsPolicy.OPPORTUNISTIC);
        }
        if (Math.min(ourPreference, lookup.ourPreference()) < NOBODY) {
            return loop(domain);
        }
        return lookup.someFailed()
                ? new TemporaryFailure("4.4.3", "The DNS does not answer for the mail servers of " + domain)
                : new PermanentFailure("5.4.4", "The mail servers of " + domain + " have no address");
    }

    private static PermanentFailure loop(String domain) {
        return new PermanentFailure("5.4.6", "The mail servers of " + domain + " are this gateway: mail loops back");
    }

    private List<RouteHost> inOrder(List<RouteHost> hosts) {
        List<RouteHost> ordered = new ArrayList<>(hosts);
        Collections.shuffle(ordered, random);
        ordered.sort(Comparator.comparingInt(RouteHost::preference));
        return ordered.subList(0, Math.min(MOST_HOSTS, ordered.size()));
    }

    private Lookup lookUp(List<RouteHost> hosts) {
        List<Found> found = new ArrayList<>();
        int ourPreference = NOBODY;
        boolean someFailed = false;
        for (RouteHost host : hosts) {
            DnsAnswer<InetAddress> answer = addressesOf(host.host());
            someFailed |= answer.failed();
            for (InetAddress address : answer.records()) {
                Server server = new Server(host.host(), address, host.port());
                if (isOurself.test(server.socketAddress())) {
                    ourPreference = Math.min(ourPreference, host.preference());
                } else if (found.size() < MOST_SERVERS) {
                    found.add(new Found(host.preference(), server));
                }
            }
        }
        return new Lookup(found, ourPreference, someFailed);
    }

    private DnsAnswer<InetAddress> addressesOf(String host) {
        return InetAddresses.isInetAddress(host)
                ? DnsAnswer.found(List.of(InetAddresses.forString(host)))
                : dns.addresses(host);
    }

    private static String normalized(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private record Found(int preference, Server server) {}

    /**
     * What the DNS knows of some hosts.
     *
     * @param ourPreference of the host that turned out to be this gateway: neither it nor those behind it may be used
     *     (RFC 5321 section 5.1); NOBODY when there is none
     */
    private record Lookup(List<Found> found, int ourPreference, boolean someFailed) {
        List<Server> servers() {
            return serversBefore(NOBODY);
        }

        List<Server> serversBefore(int preference) {
            return found.stream()
                    .filter(one -> one.preference() < preference)
                    .map(Found::server)
                    .toList();
        }
    }
}
