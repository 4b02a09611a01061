package org.scora.check.dnslist;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Addresses as labels, the last number first: of IPv4 the octets, of IPv6 the nibbles (RFC 5782 sections 2.1 and 2.4). */
final class ReversedAddress {
    private ReversedAddress() {}

    /** @param literal an address, without a zone index */
    static String of(String literal) {
        InetAddress address = InetAddresses.forString(literal);
        return String.join(".", Lists.reverse(address instanceof Inet4Address ? octets(literal) : nibbles(address)));
    }

    private static List<String> octets(String literal) {
        return Splitter.on('.').splitToList(literal);
    }

    private static List<String> nibbles(InetAddress address) {
        List<String> nibbles = new ArrayList<>();
        for (byte octet : address.getAddress()) {
            nibbles.add(Integer.toHexString((octet >> 4) & 0xf));
            nibbles.add(Integer.toHexString(octet & 0xf));
        }
        return nibbles;
    }
}
