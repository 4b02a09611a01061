package org.scora.console.web.visit;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From where a request comes. What X-Forwarded-For says counts only where a proxy of ours wrote it: anybody else could
 * claim to come from anywhere.
 */
public final class ClientAddress {
    private final Set<InetAddress> proxies;

    /** @param proxies addresses of the proxies before the console */
    public ClientAddress(Collection<String> proxies) {
        this.proxies = proxies.stream().map(InetAddresses::forString).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the other end of a connection is a proxy of ours. */
    public boolean isProxy(InetAddress peer) {
        return proxies.contains(peer);
    }

    /**
     * The client: of those in the field, the last that is no proxy of ours.
     *
     * @param forwarded the values of X-Forwarded-For, in order
     */
    public InetAddress of(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        List<String> hops = Splitter.on(',').trimResults().omitEmptyStrings().splitToList(String.join(",", forwarded));
        for (String hop : Lists.reverse(hops)) {
            if (!isProxy(client) || !InetAddresses.isInetAddress(hop)) {
                return client;
            }
            client = InetAddresses.forString(hop);
        }
        return client;
    }
}
