package org.scora.prefilter;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.scora.policy.Network;

/** The networks that the operator trusts. */
final class Trusted {
    private final List<Network> networks;

    /** @param networks in CIDR notation */
    Trusted(List<String> networks) {
        this.networks = networks.stream().map(Network::parse).toList();
    }

    boolean has(Optional<InetAddress> client) {
        return client.filter(address -> networks.stream().anyMatch(network -> network.contains(address)))
                .isPresent();
    }
}
