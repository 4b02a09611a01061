package org.scora.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteHostTest {

    @ParameterizedTest
    @CsvSource({
        "mx.example.com, mx.example.com, 25",
        "' MX.Example.com. ', mx.example.com, 25",
        "mx.example.com:2525, mx.example.com, 2525",
        "mailserver:26, mailserver, 26",
        "192.0.2.1, 192.0.2.1, 25",
        "192.0.2.1:65535, 192.0.2.1, 65535",
        "2001:DB8::1, 2001:db8::1, 25",
        "[2001:db8::1], 2001:db8::1, 25",
        "[2001:db8:0::1]:2525, 2001:db8::1, 2525",
        "mx.bücher.example, mx.xn--bcher-kva.example, 25"
    })
    void hostAndPortAreRead(String written, String host, int port) {
        assertThat(RouteHost.parse(written, 10)).isEqualTo(new RouteHost(host, port, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.example.com:25", "192.0.2.1:25", "[2001:db8::1]:2525"})
    void theTextOfARouteIsReadAgain(String text) {
        assertThat(RouteHost.parse(text, 10)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":25",
                "mx.example.com:",
                "mx.example.com:0",
                "mx.example.com:65536",
                "mx.example.com:smtp",
                "mx.example.com:-1",
                "user@mx.example.com",
                "smtp://mx.example.com",
                "mx example.com",
                "mx..example",
                "[2001:db8::1",
                "[2001:db8::1]25",
                "[mx.example.com]",
                "1.2.3",
                "1.2.3.256",
                "mx\0.example.com",
                "-mx.example.com",
                "2001:db8::g",
                "fe80::1%eth0"
            })
    void whatIsNoHostIsRefusedWithAText(String written) {
        assertThatThrownBy(() -> RouteHost.parse(written, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a host or host:port");
    }
}
