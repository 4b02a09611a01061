package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scora.SelfSigned;
import org.scora.domain.Authorities;
import org.scora.domain.Routes;
import org.scora.domain.TlsPolicy;

/** What a domain's TLS policy lets pass, on real handshakes. */
@Timeout(60)
class TlsPolicyTest {
    private static final String NAME = "mail.customer.example";
    private static final String ZONE = NAME + ". A 127.0.0.1\n";

    private final RelayFixture fixture = new RelayFixture();
    private SelfSigned certificate;

    @BeforeEach
    void makeCertificate() throws Exception {
        certificate = SelfSigned.named(NAME);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void requiredTakesAnyCertificate() throws Exception {
        ScriptedSmtpServer server = fixture.server().encryptingWith(SelfSigned.context());

        deliver(TlsPolicy.REQUIRED, Authorities.ofJava(), server);

        assertThat(server.messages()).containsExactly(RelayFixture.SOURCE);
        assertThat(server.commands()).contains("(encrypted)");
    }

    @Test
    void requiredWaitsForAServerThatOffersNoStarttls() throws Exception {
        ScriptedSmtpServer server = fixture.server();

        deliver(TlsPolicy.REQUIRED, Authorities.ofJava(), server);

        assertWaits(server, "4.7.4 offers no STARTTLS, which the route's TLS policy asks for");
    }

    @Test
    void requiredWaitsForAServerThatFailsAtStarttls() throws Exception {
        ScriptedSmtpServer server = fixture.server()
                .answering("EHLO", "250-sink.example\r\n250 STARTTLS")
                .answering("STARTTLS", "454 4.7.0 No key");

        deliver(TlsPolicy.REQUIRED, Authorities.ofJava(), server);

        assertWaits(server, "4.7.5 fails at STARTTLS, which the route's TLS policy asks for: 454 4.7.0 No key");
    }

    @Test
    void verifiedTakesATrustedCertificateOfTheServersName() throws Exception {
        ScriptedSmtpServer server = fixture.server().encryptingWith(certificate.server());

        deliver(TlsPolicy.VERIFIED, certificate.authorities(), server);

        assertThat(server.messages()).containsExactly(RelayFixture.SOURCE);
        assertThat(server.commands()).contains("(encrypted)");
    }

    @Test
    void verifiedWaitsWhenNobodyVouchesForTheCertificate() throws Exception {
        ScriptedSmtpServer server = fixture.server().encryptingWith(certificate.server());

        deliver(TlsPolicy.VERIFIED, Authorities.ofJava(), server);

        assertWaits(server, "4.7.5 fails at STARTTLS", "unable to find valid certification path");
    }

    @Test
    void verifiedWaitsWhenTheCertificateIsAnotherServers() throws Exception {
        SelfSigned other = SelfSigned.named("somebody.else.example");
        ScriptedSmtpServer server = fixture.server().encryptingWith(other.server());

        deliver(TlsPolicy.VERIFIED, other.authorities(), server);

        assertWaits(server, "4.7.5 fails at STARTTLS", "No subject alternative DNS name matching " + NAME);
    }

    @Test
    void verifiedNeverFallsBackToPlain() throws Exception {
        ScriptedSmtpServer server = fixture.server();

        deliver(TlsPolicy.VERIFIED, certificate.authorities(), server);

        assertWaits(server, "4.7.4 offers no STARTTLS");
    }

    private void deliver(TlsPolicy policy, Authorities authorities, ScriptedSmtpServer server) throws Exception {
        Routes routes = FixedRoutes.withZone(
                ZONE, FixedRoutes.domain("customer.example", server.named(NAME)).withTls(policy));
        fixture.with(policy, authorities).relay(routes).attempt(RelayFixture.mail("bob@customer.example"));
    }

    private void assertWaits(ScriptedSmtpServer server, String... reason) {
        assertThat(server.messages()).isEmpty();
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
        assertThat(fixture.queue().entries()).hasSize(1);
        assertThat(fixture.journal()).contains("QUEUED").contains(NAME).contains(reason);
    }
}
