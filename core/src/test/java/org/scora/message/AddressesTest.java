package org.scora.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u0001',
            value = {
                "a@Example.COM, example.com, a",
                "a@example.com., example.com, a",
                "Quoted\"x@y\"@example.com, example.com, Quoted\"x@y\"",
                "a%b@example.com, example.com, a%b",
                "a@[192.0.2.1], [192.0.2.1], a",
                "A@İ.example, i̇.example, A",
            })
    void addressesPartAtTheLastAt(String address, String domain, String localPart) {
        assertThat(Addresses.domainOf(address)).contains(domain);
        assertThat(Addresses.localPartOf(address)).isEqualTo(localPart);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postmaster", "a@", "a@."})
    void whatNamesNoDomainHasNone(String address) {
        assertThat(Addresses.domainOf(address)).isEmpty();
    }

    @Test
    void nameWithoutAtIsAllLocalPart() {
        assertThat(Addresses.localPartOf("Postmaster")).isEqualTo("Postmaster");
    }
}
