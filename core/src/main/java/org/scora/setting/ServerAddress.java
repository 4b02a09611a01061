package org.scora.setting;

import com.google.common.net.HostAndPort;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;

/** Where a server listens: {@code host:port}, or {@code unix:} with the path of a socket. */
public record ServerAddress(String text) {
    private static final String UNIX = "unix:";
    private static final int PORT_AT_MOST = 65535;

    /** @throws IllegalArgumentException for what is no address */
    public ServerAddress {
        boolean good = text.startsWith(UNIX) ? text.startsWith(UNIX + "/") : isHostAndPort(text);
        if (!good) {
            throw new IllegalArgumentException("no address of a server");
        }
    }

    /** Empty for an empty text. */
    static Optional<ServerAddress> parse(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new ServerAddress(text));
    }

    public boolean isUnix() {
        return text.startsWith(UNIX);
    }

    /** For the operating system; looks a host name up. */
    public SocketAddress resolved() {
        if (isUnix()) {
            return UnixDomainSocketAddress.of(text.substring(UNIX.length()));
        }
        HostAndPort address = HostAndPort.fromString(text);
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    private static boolean isHostAndPort(String text) {
        HostAndPort address = HostAndPort.fromString(text);
        return address.hasPort()
                && address.getPort() >= 1
                && address.getPort() <= PORT_AT_MOST
                && address.getHost().matches("[A-Za-z0-9.:_-]+");
    }
}
