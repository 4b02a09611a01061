package org.scora.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "' Ann@Example.COM. ', ann@example.com",
        "bounce+x=y@lists.example.com, bounce+x=y@lists.example.com",
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "Example.COM, example.com",
        ".example.com, example.com",
        "example.co.uk, example.co.uk",
        "example.github.io, example.github.io",
        "192.0.2.1, 192.0.2.1",
        "192.0.2.77/24, 192.0.2.0/24",
        "192.0.2.1/32, 192.0.2.1/32",
        "2001:DB8:0:0::1, 2001:db8::1",
        "2001:db8:ffff::1/32, 2001:db8::/32",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void patternsAreBroughtIntoOneForm(String written, String form) {
        assertThat(ListEntry.parsePattern(written)).isEqualTo(form);
        assertThat(ListEntry.parsePattern(form)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "@",
                "com",
                "co.uk",
                "*.example.com",
                "*@example.com",
                "@example.com",
                "ann@",
                "ann@com",
                "a b@example.com",
                "Ann <ann@example.com>",
                "ann@@example.com",
                "example",
                "example..com",
                "0.0.0.0/0",
                "::/0",
                "10.0.0.0/7",
                "192.0.2.0/33",
                "192.0.2.0/",
                "/24",
                "192.0.2/24",
                "192.0.2",
                "192.0.2.256",
                "2001:db8::/129",
                "2001:db8::g",
                "fe80::1%eth0",
                "[192.0.2.1]",
                "example.com/24",
                "https://example.com",
                "a\0b@example.com"
            })
    void whatIsNoPatternOrMatchesTooMuchIsRefused(String written) {
        assertThatThrownBy(() -> ListEntry.parsePattern(written)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SenderPatterns.find(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com, an asterisk is not needed",
        "@example.com, write example.com without the @",
        "co.uk, anyone can register a domain",
        "0.0.0.0/0, from 8 to 32",
        "192.0.2, an IP address such as 192.0.2.1"
    })
    void whoWroteSomethingElseIsHelped(String written, String help) {
        assertThatThrownBy(() -> ListEntry.parsePattern(written)).hasMessageContaining(help);
    }
}
