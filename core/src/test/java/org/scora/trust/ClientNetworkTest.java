package org.scora.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "::1, ::/64"
    })
    void itIsSlash24OfIpv4AndSlash64OfIpv6(String client, String network) {
        assertThat(ClientNetwork.of(InetAddresses.forString(client))).isEqualTo(network);
    }
}
