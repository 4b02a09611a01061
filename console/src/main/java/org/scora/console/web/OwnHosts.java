package org.scora.console.web;

import com.google.common.net.InetAddresses;
import io.undertow.server.HttpServerExchange;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which the console is reached. A page of another site may give its own name our address (DNS rebinding),
 * and the browser would then take our pages for that site's.
 */
final class OwnHosts {
    private static final String LOOPBACK = "localhost";

    private final Set<String> names = new HashSet<>(Set.of(LOOPBACK));

    /** @param names of this host and of a proxy before it, besides localhost and the addresses of this host */
    OwnHosts(Collection<String> names) {
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the request's Host (RFC 9110 section 7.2) is one of them. */
    boolean includes(HttpServerExchange exchange) {
        String host = exchange.getHostName().toLowerCase(Locale.ROOT);
        return names.contains(host) || isAddressOfThisHost(host, exchange);
    }

    // A browser that asks for an address asks no DNS.
    private static boolean isAddressOfThisHost(String host, HttpServerExchange exchange) {
        return Optional.of(host)
                .filter(InetAddresses::isInetAddress)
                .map(InetAddresses::forString)
                .filter(address -> address.isLoopbackAddress()
                        || address.equals(exchange.getDestinationAddress().getAddress()))
                .isPresent();
    }
}
