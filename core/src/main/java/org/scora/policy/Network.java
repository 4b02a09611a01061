package org.scora.policy;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * A network in CIDR notation (RFC 4632, RFC 4291 section 2.3).
 *
 * @param start its first address
 * @param prefixLength in bits
 */
public record Network(InetAddress start, int prefixLength) {
    private static final int WIDEST_V4 = 8;
    private static final int WIDEST_V6 = 16;
    private static final int AROUND_V4 = 24;
    private static final int AROUND_V6 = 64;

    /**
     * Reads {@code address/bits}; bits behind the prefix are cleared.
     *
     * @throws IllegalArgumentException with a text that helps
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        String address = text.substring(0, slash);
        String bits = text.substring(slash + 1);
        if (!InetAddresses.isInetAddress(address) || address.contains("%") || !bits.matches("\\d{1,3}")) {
            throw wrong(text, "a network such as 192.0.2.0/24 or 2001:db8::/32 is expected");
        }
        InetAddress start = InetAddresses.forString(address);
        int prefixLength = Integer.parseInt(bits);
        int size = start.getAddress().length * 8;
        int widest = size == 32 ? WIDEST_V4 : WIDEST_V6;
        if (prefixLength < widest || prefixLength > size) {
            throw wrong(text, "its number of bits has to be from " + widest + " to " + size);
        }
        return new Network(firstOf(start, size - prefixLength), prefixLength);
    }

    /**
     * The neighbors of a client that count as one with it: of IPv4 the /24, of IPv6 the /64, which is what one customer
     * gets (RFC 6177), and in which one sender's servers usually stand together.
     */
    public static Network around(InetAddress client) {
        int size = client.getAddress().length * 8;
        int prefixLength = size == 32 ? AROUND_V4 : AROUND_V6;
        return new Network(firstOf(client, size - prefixLength), prefixLength);
    }

    private static InetAddress firstOf(InetAddress address, int hostBits) {
        BigInteger cleared =
                InetAddresses.toBigInteger(address).shiftRight(hostBits).shiftLeft(hostBits);
        return address.getAddress().length == 4
                ? InetAddresses.fromIPv4BigInteger(cleared)
                : InetAddresses.fromIPv6BigInteger(cleared);
    }

    public boolean contains(InetAddress address) {
        int size = start.getAddress().length;
        return address.getAddress().length == size
                && Arrays.equals(firstOf(address, size * 8 - prefixLength).getAddress(), start.getAddress());
    }

    @Override
    public String toString() {
        return InetAddresses.toAddrString(start) + "/" + prefixLength;
    }

    private static IllegalArgumentException wrong(String text, String help) {
        return new IllegalArgumentException("'" + text + "' is not a network: " + help);
    }
}
