package org.scora.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSuffixesTest {

    @ParameterizedTest
    @CsvSource({
        "mail.example.co.uk, example.co.uk",
        "EXAMPLE.com, example.com",
        "a.b.c.example, c.example",
        "co.uk, co.uk",
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8::1",
        "localhost, localhost",
        "-not a name-, -not a name-",
    })
    void theOrganizationalDomainIsOneLabelBelowThePublicSuffix(String host, String organizational) {
        assertThat(PublicSuffixes.bundled().organizationalDomain(host)).isEqualTo(organizational);
    }
}
