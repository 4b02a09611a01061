package org.scora.domain;

import com.google.common.net.InetAddresses;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.function.Predicate;
import org.scora.dns.Dns;
import org.scora.setting.GatewaySettings;

/** Knows where this gateway takes mail, so that no domain is routed back to it and no mail goes round in circles. */
public final class OwnListener {
    private static final int SMTP_PORT = 25;

    private final String hostname;
    private final int port;
    private final Predicate<InetAddress> listensOn;
    private final Dns dns;

    /**
     * @param hostname the gateway's own name
     * @param port on which it takes mail
     * @param listensOn whether it takes mail on an address
     */
    public OwnListener(String hostname, int port, Predicate<InetAddress> listensOn, Dns dns) {
        this.hostname = hostname;
        this.port = port;
        this.listensOn = listensOn;
        this.dns = dns;
    }

    public static OwnListener of(GatewaySettings settings, Dns dns) {
        InetAddress listening = InetAddresses.forString(settings.get(GatewaySettings.SMTP_ADDRESS));
        return new OwnListener(
                settings.get(GatewaySettings.HOSTNAME),
                settings.get(GatewaySettings.SMTP_PORT),
                listening.isAnyLocalAddress() ? OwnListener::isOfThisMachine : listening::equals,
                dns);
    }

    /** Whether this is the gateway's own name, at which it takes what is written to the gateway itself. */
    public boolean isNamed(String name) {
        return name.equalsIgnoreCase(hostname);
    }

    /** Whether mail for this host would come back to this gateway. A name that the DNS does not tell now is taken. */
    public boolean isReachedBy(RouteHost host) {
        boolean byName = isNamed(host.host()) && (host.port() == port || host.port() == SMTP_PORT);
        return byName || (host.port() == port && leadsHere(host.host()));
    }

    /** Whether this gateway takes mail on this address. */
    public boolean listensOn(InetSocketAddress address) {
        return address.getPort() == port && isOurs(address.getAddress());
    }

    /** Whether this is an address of this gateway, at any port. */
    public boolean isOurs(InetAddress address) {
        return address.isAnyLocalAddress() || listensOn.test(address);
    }

    private boolean leadsHere(String host) {
        List<InetAddress> targets = InetAddresses.isInetAddress(host)
                ? List.of(InetAddresses.forString(host))
                : host.equalsIgnoreCase("localhost")
                        ? List.of(InetAddress.getLoopbackAddress())
                        : dns.addresses(host).records();
        return targets.stream().anyMatch(this::isOurs);
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }
}
