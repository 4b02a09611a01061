package org.scora.trust;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network of a client, as far as one sender's servers usually stand together: /24 of IPv4, /64 of IPv6. */
public final class ClientNetwork {
    private static final int BYTES_V4 = 3;
    private static final int BYTES_V6 = 8;

    private ClientNetwork() {}

    /** In CIDR notation, such as {@code 192.0.2.0/24}. */
    public static String of(InetAddress client) {
        byte[] address = client.getAddress();
        int kept = address.length == 4 ? BYTES_V4 : BYTES_V6;
        byte[] start = Arrays.copyOf(Arrays.copyOf(address, kept), address.length);
        try {
            return InetAddresses.toAddrString(InetAddress.getByAddress(start)) + "/" + kept * 8;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of the length of an address", e);
        }
    }
}
