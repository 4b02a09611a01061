package org.scora.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNamesTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "' EXAMPLE.Com. ', example.com",
        "a-b.c1.example, a-b.c1.example",
        "3com.com, 3com.com",
        "Bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "例え.テスト, xn--r8jz45g.xn--zckzah",
        "mail.163.com, mail.163.com"
    })
    void namesAreBroughtIntoOneForm(String written, String form) {
        assertThat(DomainNames.parse(written)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "com",
                "localhost",
                "example.com..",
                ".example.com",
                "a..b",
                "-a.example",
                "a-.example",
                "a_b.example",
                "a b.example",
                "1.2.3.4",
                "[1.2.3.4]",
                "::1",
                "exam\0ple.com",
                "*.example.com",
                "example.com:25",
                "user@example.com",
                "http://example.com/",
                "a\nb.example",
                "example.com\n"
            })
    void whatIsNotTheNameOfADomainIsNotFound(String text) {
        assertThat(DomainNames.find(text)).isEmpty();
    }

    @Test
    void labelsAndNamesHaveTheLengthThatTheDnsAllows() {
        assertThat(DomainNames.find("a".repeat(63) + ".example")).isPresent();
        assertThat(DomainNames.find("a".repeat(64) + ".example")).isEmpty();
        assertThat(DomainNames.find("a.".repeat(123) + "example")).isPresent();
        assertThat(DomainNames.find("a.".repeat(124) + "example")).isEmpty();
        assertThat(DomainNames.find("ü".repeat(60) + ".example")).isEmpty();
        assertThat(DomainNames.find("a.".repeat(1_000_000) + "example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "user@example.com, write the part behind the @ only",
        "http://example.com/, without http://",
        "*.example.com, without the asterisk",
        "example, a name such as example.com is expected"
    })
    void whoWroteSomethingElseIsHelped(String written, String help) {
        assertThatThrownBy(() -> DomainNames.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + written + "' is not a domain")
                .hasMessageContaining(help);
    }

    @Test
    void aProtectedDomainHasItsNameInThatForm() {
        List<RouteHost> route = List.of(RouteHost.parse("mx.example.com", 10));

        assertThat(new ProtectedDomain(
                                " BÜCHER.example.", DomainState.PENDING, route, RecipientPolicy.LISTED, List.of())
                        .name())
                .isEqualTo("xn--bcher-kva.example");
        assertThatThrownBy(
                        () -> new ProtectedDomain("com", DomainState.PENDING, route, RecipientPolicy.LISTED, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aProtectedDomainNeedsARoute() {
        assertThatThrownBy(() -> new ProtectedDomain(
                        "example.com", DomainState.PENDING, List.of(), RecipientPolicy.LISTED, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.com needs a mail server of its own");
    }
}
