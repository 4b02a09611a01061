package org.scora.mailets.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scora.SelfSigned;
import org.scora.checkup.SmallMailServer;
import org.scora.domain.Authorities;
import org.scora.domain.CallForward.Answer;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RouteHost;
import org.scora.domain.Routes;
import org.scora.domain.TlsPolicy;
import org.scora.mailets.relay.FixedRoutes;

/** What a domain's server is asked, and how protected, on real connections. */
class SmtpCallForwardTest {
    private static final String NAME = "mail.example.com";

    private final SmallMailServer server = new SmallMailServer();

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void theServerSaysWhichMailboxesThereAre() {
        assertThat(ask("info", TlsPolicy.OPPORTUNISTIC, Authorities.ofJava())).isEqualTo(Answer.TAKES);
        assertThat(ask("nobody-1", TlsPolicy.OPPORTUNISTIC, Authorities.ofJava()))
                .isEqualTo(Answer.REFUSES);
        assertThat(server.commands()).doesNotContain("DATA");
    }

    @Test
    void aPolicyThatAsksForTlsIsHeededWhateverTheCertificate() throws Exception {
        assertThat(ask("info", TlsPolicy.REQUIRED, Authorities.ofJava())).isEqualTo(Answer.UNREACHABLE);
        server.encryptingWith(SelfSigned.named("somebody.else.example").server());
        assertThat(ask("info", TlsPolicy.REQUIRED, Authorities.ofJava())).isEqualTo(Answer.TAKES);
        assertThat(server.commands()).containsSubsequence("(encrypted)", "RCPT TO:<info@example.com>");
    }

    @Test
    void aServerThatHasToBeVerifiedIsAskedNothingUntilItIs() throws Exception {
        SelfSigned certificate = SelfSigned.named(NAME);
        server.encryptingWith(certificate.server());
        assertThat(ask("info", TlsPolicy.VERIFIED, Authorities.ofJava())).isEqualTo(Answer.UNREACHABLE);
        assertThat(ask("info", TlsPolicy.VERIFIED, SelfSigned.named(NAME).authorities()))
                .isEqualTo(Answer.UNREACHABLE);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("RCPT"));
        assertThat(ask("info", TlsPolicy.VERIFIED, certificate.authorities())).isEqualTo(Answer.TAKES);
    }

    @Test
    void aServerWithTheNameOfAnotherIsAskedNothing() throws Exception {
        SelfSigned other = SelfSigned.named("somebody.else.example");
        server.encryptingWith(other.server());
        assertThat(ask("info", TlsPolicy.VERIFIED, other.authorities())).isEqualTo(Answer.UNREACHABLE);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("RCPT"));
    }

    private Answer ask(String localPart, TlsPolicy policy, Authorities authorities) {
        ProtectedDomain domain = FixedRoutes.domain("example.com", new RouteHost(NAME, server.port(), 0))
                .withTls(policy);
        Routes routes = FixedRoutes.withZone(NAME + ". A 127.0.0.1\n", domain);
        return new SmtpCallForward(routes, "mx.gateway.example", authorities).ask(domain, localPart);
    }
}
