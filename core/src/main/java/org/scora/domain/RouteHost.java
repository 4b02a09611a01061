package org.scora.domain;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.util.Optional;

/**
 * A mail server of a protected domain.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without brackets
 * @param port from 1 to 65535
 * @param preference the smaller the sooner
 */
public record RouteHost(String host, int port, int preference) {
    private static final int SMTP_PORT = 25;

    /**
     * Reads {@code host}, {@code host:port}, {@code [v6]:port}; the port is 25 when none is written.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static RouteHost parse(String text, int preference) {
        String written = text.trim();
        try {
            HostAndPort parts = HostAndPort.fromString(written).withDefaultPort(SMTP_PORT);
            Optional<String> host = hostIn(parts.getHost(), written);
            if (host.isPresent() && parts.getPort() > 0) {
                return new RouteHost(host.get(), parts.getPort(), preference);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(problem(written), e);
        }
        throw new IllegalArgumentException(problem(written));
    }

    private static Optional<String> hostIn(String host, String written) {
        boolean address = InetAddresses.isInetAddress(host) && !host.contains("%");
        if (address) {
            return Optional.of(InetAddresses.toAddrString(InetAddresses.forString(host)));
        }
        boolean onlyForAddresses = written.startsWith("[") || written.endsWith(":");
        return onlyForAddresses ? Optional.empty() : DomainNames.findHost(host);
    }

    private static String problem(String written) {
        return "'" + written
                + "' is not a host or host:port, such as mail.example.com, 192.0.2.1:2525 or [2001:db8::1]:25";
    }

    @Override
    public String toString() {
        return HostAndPort.fromParts(host, port).toString();
    }
}
