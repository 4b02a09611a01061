package org.scora.mailets.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over one connection go three mails in these tests, and it is kept for a minute. */
@Timeout(60)
class ConnectionReuseTest {
    private final RelayFixture fixture = new RelayFixture();

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void theNextMailGoesOverTheSameConnection() throws Exception {
        ScriptedSmtpServer server = fixture.server();
        RelayMail relay = fixture.to(server);

        relay.attempt(RelayFixture.mail("bob@customer.example"));
        relay.attempt(RelayFixture.mail("carol@customer.example"));

        assertThat(server.messages()).containsExactly(RelayFixture.SOURCE, RelayFixture.SOURCE);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.commands()).containsOnlyOnce("EHLO mx.gateway.example");
    }

    @Test
    void noMoreMailsGoOverOneConnectionThanAllowed() throws Exception {
        ScriptedSmtpServer server = fixture.server();
        RelayMail relay = fixture.to(server);

        for (int i = 0; i < 4; i++) {
            relay.attempt(RelayFixture.mail("bob@customer.example"));
        }

        assertThat(server.messages()).hasSize(4);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionThatTheHostClosedMeanwhileCostsNoAttempt() throws Exception {
        ScriptedSmtpServer server = fixture.server();
        RelayMail relay = fixture.to(server);
        relay.attempt(RelayFixture.mail("bob@customer.example"));
        server.cutConnections();

        relay.attempt(RelayFixture.mail("bob@customer.example"));

        assertThat(server.messages()).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(fixture.queue().entries()).isEmpty();
        assertThat(fixture.journal()).doesNotContain("QUEUED");
    }

    @Test
    void aHostThatIsShuttingDownIsAskedOnAFreshConnectionBeforeTheMailWaits() throws Exception {
        ScriptedSmtpServer server = fixture.server();
        RelayMail relay = fixture.to(server);
        relay.attempt(RelayFixture.mail("bob@customer.example"));
        server.answering("MAIL", "421 4.3.2 Too many mails on this connection");

        relay.attempt(RelayFixture.mail("bob@customer.example"));

        assertThat(server.connections()).isEqualTo(2);
        assertThat(fixture.queue().entries()).hasSize(1);
        assertThat(fixture.journal()).contains("QUEUED attempt 1", "421 4.3.2 Too many mails");
    }

    @Test
    void aMailThatTheHostMayHaveIsNotSentAgainOnAFreshConnection() throws Exception {
        ScriptedSmtpServer server = fixture.server();
        RelayMail relay = fixture.to(server);
        relay.attempt(RelayFixture.mail("bob@customer.example"));
        server.answering(".", ScriptedSmtpServer.DROP);

        relay.attempt(RelayFixture.mail("bob@customer.example"));

        assertThat(server.connections()).isEqualTo(1);
        assertThat(fixture.queue().entries()).hasSize(1);
    }

    @Test
    void afterARefusalTheConnectionStillServes() throws Exception {
        ScriptedSmtpServer server = fixture.server().answering("RCPT TO:<nobody", "550 5.1.1 No such user");
        RelayMail relay = fixture.to(server);

        relay.attempt(RelayFixture.mail("nobody@customer.example"));
        relay.attempt(RelayFixture.mail("bob@customer.example"));

        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.messages()).hasSize(1);
        assertThat(server.commands())
                .containsSubsequence("RCPT TO:<nobody@customer.example>", "RSET", "RCPT TO:<bob@customer.example>");
    }

    @Test
    void whatNoMailCameForIsClosedAfterItsTime() throws Exception {
        ScriptedSmtpServer server = fixture.server();
        RelayMail relay = fixture.to(server);
        relay.attempt(RelayFixture.mail("bob@customer.example"));

        fixture.at(Duration.ofMinutes(2));
        fixture.closeIdleConnections();
        relay.attempt(RelayFixture.mail("bob@customer.example"));

        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.commands()).contains("QUIT");
    }
}
