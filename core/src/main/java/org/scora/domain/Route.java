package org.scora.domain;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Where mail for a domain goes, or why it can not go anywhere. */
public sealed interface Route {

    /**
     * Servers to try, one after the other; never empty.
     *
     * @param tls how the way to them is to be protected
     */
    record Servers(List<Server> servers, TlsPolicy tls) implements Route {
        public Servers {
            servers = List.copyOf(servers);
        }
    }

    /** Nothing can be said now: try again later. */
    record TemporaryFailure(String enhancedCode, String text) implements Route {}

    /** There is no way and there will be none: the sender has to be told. */
    record PermanentFailure(String enhancedCode, String text) implements Route {}

    /**
     * One address of a mail server.
     *
     * @param name as the route or the MX record has it
     */
    record Server(String name, InetAddress address, int port) {

        public InetSocketAddress socketAddress() {
            return new InetSocketAddress(address, port);
        }

        /** The name and port, as people know the server. */
        @Override
        public String toString() {
            return new RouteHost(name, port, 0).toString();
        }
    }
}
