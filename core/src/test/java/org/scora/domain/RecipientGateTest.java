package org.scora.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.domain.CallForward.Answer;

class RecipientGateTest {
    private static final List<RouteHost> ROUTE = List.of(RouteHost.parse("mx.example.com", 10));

    private static final ServiceAddresses SERVICES = new ServiceAddresses("mx.gateway.example");

    private static final DomainsInMemory DOMAINS = new DomainsInMemory(
            List.of(
                    new ProtectedDomain("example.com", DomainState.ACTIVE, ROUTE, RecipientPolicy.LISTED, List.of()),
                    new ProtectedDomain("any.example", DomainState.ACTIVE, ROUTE, RecipientPolicy.ANY, List.of()),
                    new ProtectedDomain(
                            "asks.example", DomainState.ACTIVE, ROUTE, RecipientPolicy.ASK_SERVER, List.of()),
                    new ProtectedDomain("pending.example", DomainState.PENDING, ROUTE, RecipientPolicy.ANY, List.of()),
                    new ProtectedDomain(
                            "suspended.example", DomainState.SUSPENDED, ROUTE, RecipientPolicy.ANY, List.of())),
            List.of("ann@example.com", "o'brien+tag/x=y@example.com", "listed@asks.example"));

    private final RecipientGate gate = gate(DOMAINS);

    private static RecipientGate gate(DomainsInMemory domains) {
        return new RecipientGate(
                domains,
                new Recipients(
                        domains, new OneAlias("sales", "ann"), new EffectiveSettings(domains, new NothingStored())),
                (domain, localPart) -> Answer.valueOf(localPart.toUpperCase(Locale.ROOT)),
                SERVICES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com",
                "ANN@EXAMPLE.COM",
                "ann@example.com.",
                "o'brien+tag/x=y@example.com",
                "ann+shop@example.com",
                "Ann+Shop+More@example.com",
                "sales@example.com",
                "SALES+fair@example.com",
                "takes@asks.example",
                "listed@asks.example",
                "listed+tag@asks.example",
                "postmaster@asks.example",
                "postmaster@example.com",
                "PostMaster@example.com",
                "Postmaster@mx.gateway.example",
                "report@mx.gateway.example",
                "release+abcdefghijklmnopqrstuvwxyz234567abcdefgh@mx.gateway.example",
                "Release+ABCDEFGHIJKLMNOPQRSTUVWXYZ234567abcdefgh@MX.gateway.example",
                "anybody@any.example"
            })
    void mailToKnownMailboxesIsTaken(String recipient) {
        assertThat(gate.refusalFor(recipient)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@elsewhere.example",
                "ann@sub.example.com",
                "ann@evilexample.com",
                "ann@com",
                "ann",
                "postmaster",
                "",
                "<>",
                "@",
                "@example.com",
                "ann@",
                "ann@.example.com",
                "ann@example.com..",
                "ann@example.com. ",
                "ann@example..com",
                "@any.example:ann@elsewhere.example",
                "@elsewhere.example:ann@any.example",
                "ann%elsewhere.example@any.example",
                "ann%elsewhere.example@any.example.",
                "elsewhere.example!ann@any.example",
                "ann@elsewhere.example@any.example",
                "\"ann@elsewhere.example\"@any.example",
                "\"ann\"@any.example",
                "ann\\@elsewhere.example@any.example",
                "|/bin/sh@any.example",
                "a,b@any.example",
                "a b@any.example",
                "a:b@any.example",
                "a(comment)@any.example",
                "<ann@any.example>",
                "ann\r\nRCPT TO:<x@elsewhere.example>@any.example",
                "ann\0@any.example",
                "ann@any.example\0",
                "ann@[127.0.0.1]",
                "ann@[IPv6:::1]",
                "ann@127.0.0.1",
                "änn@any.example",
                "ann@äny.example",
                "po\u017Ftmaster@example.com",
                "ann@any\u3002example",
                "ann@\uFF41ny.example"
            })
    void whatIsNotHereOrCouldBePassedOnIsRefusedAsRelaying(String recipient) {
        assertThat(gate.refusalFor(recipient)).contains(Refusal.relayDenied());
    }

    @Test
    void aLetterWhoseLowerCaseIsPlainDoesNotStandForThePlainOne() {
        RecipientGate kelvin = gate(new DomainsInMemory(
                List.of(new ProtectedDomain(
                        "kelvin.example", DomainState.ACTIVE, ROUTE, RecipientPolicy.ANY, List.of())),
                List.of()));

        assertThat(kelvin.refusalFor("ann@KELVIN.example")).isEmpty();
        assertThat(kelvin.refusalFor("ann@\u212AELVIN.example")).contains(Refusal.relayDenied());
    }

    @Test
    void whomTheDomainsServerRefusesIsRefusedAndIsPutOffWhenItDoesNotSay() {
        assertThat(gate.refusalFor("refuses@asks.example")).contains(Refusal.unknownMailbox());
        assertThat(gate.refusalFor("unknown@asks.example").orElseThrow())
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(451))
                .satisfies(refusal -> assertThat(refusal.text()).contains("asks.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@example.com",
                "+ann@example.com",
                "+@example.com",
                "bob+ann@example.com",
                "ann-shop@example.com"
            })
    void aTagMakesNoMailbox(String recipient) {
        assertThat(gate.refusalFor(recipient)).contains(Refusal.unknownMailbox());
    }

    @Test
    void theGatewaysOwnAddressesAreTaken() {
        assertThat(gate.refusalFor("Report@mx.gateway.example")).isEmpty();
        assertThat(gate.refusalFor("someone@mx.gateway.example")).contains(Refusal.relayDenied());
    }

    @Test
    void veryLongRecipientsAreRefused() {
        assertThat(gate.refusalFor("a".repeat(242) + "@any.example")).isEmpty();
        assertThat(gate.refusalFor("a".repeat(243) + "@any.example")).isPresent();
        assertThat(gate.refusalFor("a".repeat(1_000_000) + "@any.example")).isPresent();
        assertThat(gate.refusalFor("ann@" + "a.".repeat(500_000) + "example")).isPresent();
    }

    @Test
    void anUnknownMailboxIsRefusedForGood() {
        assertThat(gate.refusalFor("bob@example.com")).contains(Refusal.unknownMailbox());
        assertThat(gate.refusalFor("annn@example.com")).contains(Refusal.unknownMailbox());
        assertThat(gate.refusalFor("bob+tag@example.com")).contains(Refusal.unknownMailbox());
    }

    @Test
    void mailForADomainThatIsNotActiveIsPutOff() {
        for (String domain : List.of("pending.example", "suspended.example")) {
            Optional<Refusal> refusal = gate.refusalFor("ann@" + domain);
            assertThat(refusal).contains(Refusal.domainNotActive(domain));
            assertThat(refusal.orElseThrow().temporary()).isTrue();
        }
    }

    @Test
    void evenADomainThatIsNotActiveDoesNotLookAtARelayTrick() {
        assertThat(gate.refusalFor("ann%elsewhere.example@pending.example")).contains(Refusal.relayDenied());
    }
}
