package org.scora.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.DnsAnswer.Status;
import org.scora.dns.MailExchanger;
import org.scora.domain.Route.PermanentFailure;
import org.scora.domain.Route.Servers;
import org.scora.domain.Route.TemporaryFailure;

class RoutesTest {
    private static final String GATEWAY = "mx.gateway.example";

    private final Zone zone = new Zone();
    private final Set<InetSocketAddress> ourListeners = new HashSet<>();

    @Test
    void protectedDomainGoesToItsOwnServersByPreference() {
        zone.address("second.customer.example", "192.0.2.2").address("first.customer.example", "192.0.2.1");
        Routes routes = routesWith(protectedDomain(
                "customer.example",
                RouteHost.parse("second.customer.example:2525", 20),
                RouteHost.parse("first.customer.example", 10)));

        assertThat(serversOf(routes.to("customer.example")))
                .containsExactly("first.customer.example:25 192.0.2.1", "second.customer.example:2525 192.0.2.2");
    }

    @Test
    void routeMayBeAnIpv6Literal() {
        Routes routes = routesWith(protectedDomain("customer.example", RouteHost.parse("[2001:db8::1]:2525", 0)));

        assertThat(serversOf(routes.to("CUSTOMER.example."))).containsExactly("[2001:db8::1]:2525 2001:db8::1");
    }

    @Test
    void routeWithoutAddressIsTemporarySinceItCanBeCorrected() {
        Routes routes = routesWith(protectedDomain("customer.example", RouteHost.parse("typo.customer.example", 0)));

        assertThat(routes.to("customer.example")).isInstanceOf(TemporaryFailure.class);
    }

    @Test
    void routeToOurselfIsALoop() {
        ourListeners.add(new InetSocketAddress("127.0.0.1", 2525));
        Routes routes = routesWith(protectedDomain("customer.example", RouteHost.parse("127.0.0.1:2525", 0)));

        assertThat(routes.to("customer.example")).isEqualTo(loop("customer.example"));
    }

    @Test
    void otherDomainsGoToTheirMailExchangersByPreference() {
        zone.mx("remote.example", 20, "b.remote.example")
                .mx("remote.example", 10, "a.remote.example")
                .address("a.remote.example", "192.0.2.1")
                .address("a.remote.example", "2001:db8::1")
                .address("b.remote.example", "192.0.2.2");

        assertThat(serversOf(routesWith().to("remote.example")))
                .containsExactly(
                        "a.remote.example:25 192.0.2.1",
                        "a.remote.example:25 2001:db8::1",
                        "b.remote.example:25 192.0.2.2");
    }

    @Test
    void hostsOfEqualPreferenceShareTheLoad() {
        zone.mx("remote.example", 10, "a.remote.example")
                .mx("remote.example", 10, "b.remote.example")
                .address("a.remote.example", "192.0.2.1")
                .address("b.remote.example", "192.0.2.2");
        Routes routes = routesWith();

        Set<String> firsts = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            firsts.add(serversOf(routes.to("remote.example")).get(0));
        }

        assertThat(firsts).hasSize(2);
    }

    @Test
    void domainWithoutMailExchangerIsItsOwn() {
        zone.address("remote.example", "2001:db8::7");

        assertThat(serversOf(routesWith().to("remote.example"))).containsExactly("remote.example:25 2001:db8::7");
    }

    @Test
    void nullMxIsPermanent() {
        zone.mx("remote.example", 0, "");

        assertThat(codeOf(routesWith().to("remote.example"))).isEqualTo("5.1.10");
    }

    @Test
    void domainThatDoesNotExistIsPermanent() {
        assertThat(codeOf(routesWith().to("nowhere.example"))).isEqualTo("5.1.2");
    }

    @Test
    void mailExchangersWithoutAddressArePermanent() {
        zone.mx("remote.example", 10, "gone.remote.example");

        assertThat(codeOf(routesWith().to("remote.example"))).isEqualTo("5.4.4");
    }

    @Test
    void failingDnsIsTemporary() {
        zone.failing("remote.example");
        zone.mx("other.example", 10, "mx.other.example").failing("mx.other.example");

        assertThat(codeOf(routesWith().to("remote.example"))).isEqualTo("4.4.3");
        assertThat(codeOf(routesWith().to("other.example"))).isEqualTo("4.4.3");
    }

    @Test
    void oneHostThatFailsInTheDnsLeavesTheOthers() {
        zone.mx("remote.example", 10, "a.remote.example")
                .failing("a.remote.example")
                .mx("remote.example", 20, "b.remote.example")
                .address("b.remote.example", "192.0.2.2");

        assertThat(serversOf(routesWith().to("remote.example"))).containsExactly("b.remote.example:25 192.0.2.2");
    }

    @Test
    void neitherOurOwnNameNorWhatStandsBehindItIsUsed() {
        zone.mx("remote.example", 5, "first.remote.example")
                .address("first.remote.example", "192.0.2.1")
                .mx("remote.example", 10, "MX.Gateway.example.")
                .mx("remote.example", 10, "beside.remote.example")
                .address("beside.remote.example", "192.0.2.2")
                .mx("remote.example", 20, "behind.remote.example")
                .address("behind.remote.example", "192.0.2.3");

        assertThat(serversOf(routesWith().to("remote.example"))).containsExactly("first.remote.example:25 192.0.2.1");
    }

    @Test
    void ourselfUnderAnotherNameIsNotUsedEither() {
        ourListeners.add(new InetSocketAddress("192.0.2.9", 25));
        zone.mx("remote.example", 10, "alias.remote.example")
                .address("alias.remote.example", "192.0.2.9")
                .mx("remote.example", 20, "behind.remote.example")
                .address("behind.remote.example", "192.0.2.3");

        assertThat(routesWith().to("remote.example")).isEqualTo(loop("remote.example"));
    }

    @Test
    void domainThatPointsOnlyToUsIsALoop() {
        zone.mx("parked.example", 10, GATEWAY).address(GATEWAY, "192.0.2.9");

        assertThat(routesWith().to("parked.example")).isEqualTo(loop("parked.example"));
    }

    @Test
    void addressLiteralsAreRefused() {
        assertThat(codeOf(routesWith().to("127.0.0.1"))).isEqualTo("5.1.2");
        assertThat(codeOf(routesWith().to("[ipv6:::1]"))).isEqualTo("5.1.2");
    }

    @Test
    void thousandMailExchangersAreNotAllTried() {
        for (int i = 0; i < 1000; i++) {
            zone.mx("remote.example", i, "mx" + i + ".remote.example")
                    .address("mx" + i + ".remote.example", "192.0.2.1")
                    .address("mx" + i + ".remote.example", "192.0.2.2")
                    .address("mx" + i + ".remote.example", "192.0.2.3");
        }

        assertThat(serversOf(routesWith().to("remote.example"))).hasSize(20);
        assertThat(zone.questions).isLessThan(20);
    }

    private static PermanentFailure loop(String domain) {
        return new PermanentFailure("5.4.6", "The mail servers of " + domain + " are this gateway: mail loops back");
    }

    private static ProtectedDomain protectedDomain(String name, RouteHost... route) {
        return new ProtectedDomain(name, DomainState.ACTIVE, List.of(route), RecipientPolicy.ANY, List.of());
    }

    private Routes routesWith(ProtectedDomain... domains) {
        return new Routes(
                new DomainsInMemory(List.of(domains), List.of()), zone, GATEWAY, ourListeners::contains, new Random(7));
    }

    private static List<String> serversOf(Route route) {
        assertThat(route).isInstanceOf(Servers.class);
        return ((Servers) route)
                .servers().stream()
                        .map(server -> server + " " + InetAddresses.toAddrString(server.address()))
                        .toList();
    }

    private static String codeOf(Route route) {
        if (route instanceof TemporaryFailure temporary) {
            return temporary.enhancedCode();
        }
        return ((PermanentFailure) route).enhancedCode();
    }

    /** A DNS of the records that a test gives it. */
    private static final class Zone implements Dns {
        private final Map<String, List<MailExchanger>> exchangers = new HashMap<>();
        private final Map<String, List<InetAddress>> addresses = new HashMap<>();
        private final Set<String> failing = new HashSet<>();
        private int questions;

        Zone mx(String name, int preference, String host) {
            exchangers.computeIfAbsent(name, any -> new ArrayList<>()).add(new MailExchanger(preference, host));
            return this;
        }

        Zone address(String name, String address) {
            addresses.computeIfAbsent(name, any -> new ArrayList<>()).add(InetAddresses.forString(address));
            return this;
        }

        Zone failing(String name) {
            failing.add(name);
            return this;
        }

        @Override
        public DnsAnswer<MailExchanger> mx(String name) {
            return answer(name, exchangers);
        }

        @Override
        public DnsAnswer<InetAddress> addresses(String name) {
            return answer(name, addresses);
        }

        @Override
        public DnsAnswer<String> txt(String name) {
            return DnsAnswer.none(Status.NO_DATA);
        }

        @Override
        public DnsAnswer<String> names(InetAddress address) {
            return DnsAnswer.none(Status.NO_DATA);
        }

        private <T> DnsAnswer<T> answer(String name, Map<String, List<T>> records) {
            questions++;
            if (failing.contains(name)) {
                return DnsAnswer.none(Status.FAILED);
            }
            if (!exchangers.containsKey(name) && !addresses.containsKey(name)) {
                return DnsAnswer.none(Status.NO_SUCH_NAME);
            }
            return DnsAnswer.found(records.getOrDefault(name, List.of()));
        }
    }
}
