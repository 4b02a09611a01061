package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "::1, ::/64"
    })
    void aClientsNeighborsAreItsSlash24OfIpv4AndItsSlash64OfIpv6(String client, String network) {
        assertThat(Network.around(InetAddresses.forString(client))).hasToString(network);
    }
}
