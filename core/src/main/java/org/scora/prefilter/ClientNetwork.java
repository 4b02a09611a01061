package org.scora.prefilter;

import com.google.common.net.InetAddresses;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * The neighbours of a client that count as one with it: of IPv4 the /24, of IPv6 the /64, which is what one customer gets
 * (RFC 6177).
 *
 * @param prefix its leading bits
 */
record ClientNetwork(boolean v4, long prefix) {
    private static final int HOST_BITS_V4 = 8;
    private static final int NETWORK_OCTETS_V6 = 8;

    static ClientNetwork of(InetAddress address) {
        byte[] octets = address.getAddress();
        return address instanceof Inet4Address
                ? new ClientNetwork(true, Ints.fromByteArray(octets) >>> HOST_BITS_V4)
                : new ClientNetwork(false, Longs.fromByteArray(octets));
    }

    @Override
    public String toString() {
        return v4
                ? InetAddresses.fromInteger((int) prefix << HOST_BITS_V4).getHostAddress() + "/24"
                : text6(Arrays.copyOf(Longs.toByteArray(prefix), 2 * NETWORK_OCTETS_V6)) + "/64";
    }

    private static String text6(byte[] octets) {
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(octets));
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
