package org.scora.domain;

import com.google.common.net.HostAndPort;

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
     * Reads {@code host}, {@code host:port}, {@code [v6]:port}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static RouteHost parse(String text, int preference) {
        HostAndPort hostAndPort = HostAndPort.fromString(text.trim()).withDefaultPort(SMTP_PORT);
        if (hostAndPort.getHost().isEmpty() || hostAndPort.getPort() == 0) {
            throw new IllegalArgumentException("'" + text + "' is not a host or host:port");
        }
        return new RouteHost(hostAndPort.getHost(), hostAndPort.getPort(), preference);
    }

    @Override
    public String toString() {
        return HostAndPort.fromParts(host, port).toString();
    }
}
