package org.scora.console.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Where the console is, and how it is reached.
 *
 * @param address to listen on; loopback unless a proxy with TLS stands before it
 * @param port 0 takes any that is free
 * @param hosts names under which it is reached, besides localhost and the addresses of this host
 * @param url by which people reach it; with https, cookies are for TLS alone
 * @param proxies addresses of the proxies before it, whose word on where a request comes from counts
 * @param zone in which times are shown
 */
public record Site(
        String address, int port, Collection<String> hosts, URI url, Collection<String> proxies, ZoneId zone) {
    private static final String TLS = "https";

    public Site {
        hosts = List.copyOf(hosts);
        proxies = Set.copyOf(proxies);
    }

    boolean isSecure() {
        return TLS.equalsIgnoreCase(url.getScheme());
    }
}
