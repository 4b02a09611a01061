package org.scora.prefilter;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalLong;
import org.scora.policy.Network;

/**
 * What a client has said so far of the message that it wants to bring.
 *
 * @param client its address; empty when the server has none
 * @param helo what it called itself
 * @param sender the reverse-path; empty for the null sender, and before there is one
 * @param size in octets, as announced (RFC 1870)
 */
public record Attempt(Optional<InetAddress> client, Optional<String> helo, Optional<String> sender, OptionalLong size) {

    /** One of whom only the address is known. */
    public static Attempt of(InetAddress client) {
        return new Attempt(Optional.of(client), Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    Optional<Network> network() {
        return client.map(Network::around);
    }
}
