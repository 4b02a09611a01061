package org.scora.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scora.LoopbackPorts;
import org.scora.SelfSigned;
import org.scora.checkup.SmtpProbe.Report;
import org.scora.checkup.SmtpProbe.Tls;
import org.scora.checkup.SmtpProbe.Visit;
import org.scora.domain.Authorities;
import org.scora.domain.Route.Server;

class SocketSmtpProbeTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TWO_BYTES = Duration.ofMillis(20);
    private static final Duration LITTLE = Duration.ofSeconds(1);

    private final SmallMailServer server = new SmallMailServer();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Report visit(Duration timeout) {
        return visit(server.port(), timeout);
    }

    private static Report visit(int port, Duration timeout) {
        return visit(port, Authorities.ofJava(), timeout);
    }

    private static Report visit(int port, Authorities authorities) {
        return visit(port, authorities, PLENTY);
    }

    private static Report visit(int port, Authorities authorities, Duration timeout) {
        return new SocketSmtpProbe("mx1.gateway.example", authorities, timeout)
                .visit(new Visit(
                        new Server("mail.example.com", HERE, port),
                        Optional.empty(),
                        List.of("info@example.com", "nobody-1@example.com")));
    }

    @Test
    void recipientsAreAskedForWithoutAMessage() {
        Report report = visit(PLENTY);
        assertThat(report.failure()).isEmpty();
        assertThat(report.tls()).isEqualTo(new Tls.NotOffered());
        assertThat(report.recipients()).extracting(SmtpReply::code).containsExactly(250, 550);
        assertThat(server.commands())
                .contains("EHLO mx1.gateway.example", "MAIL FROM:<>", "RCPT TO:<info@example.com>")
                .doesNotContain("DATA");
    }

    @Test
    void tlsIsTriedAndItsCertificateJudged() throws Exception {
        server.encryptingWith(SelfSigned.named("mail.example.com").server());
        Report report = visit(PLENTY);
        assertThat(report.tls()).isInstanceOfSatisfying(Tls.Works.class, works -> {
            assertThat(works.certificate().problem()).contains("it is signed by itself");
            assertThat(works.certificate().matches()).isTrue();
        });
        assertThat(report.recipients()).hasSize(2);
        assertThat(server.commands()).containsSubsequence("(encrypted)", "MAIL FROM:<>");
    }

    @Test
    void aCertificateOfAnAuthorityThatTheGatewayTrustsIsGood() throws Exception {
        SelfSigned certificate = SelfSigned.named("mail.example.com");
        server.encryptingWith(certificate.server());
        Report report = visit(server.port(), certificate.authorities());
        assertThat(report.tls())
                .isInstanceOfSatisfying(
                        Tls.Works.class,
                        works -> assertThat(works.certificate().problem()).isEmpty());
    }

    @Test
    void aCertificateForAnotherNameDoesNotMatch() throws Exception {
        server.encryptingWith(SelfSigned.named("*.example.net").server());
        assertThat(visit(PLENTY).tls()).isInstanceOfSatisfying(Tls.Works.class, works -> {
            assertThat(works.certificate().matches()).isFalse();
            assertThat(works.certificate().names()).containsExactly("*.example.net");
        });
    }

    @Test
    void aWildcardStandsForOneLabel() throws Exception {
        server.encryptingWith(SelfSigned.named("*.example.com").server());
        assertThat(visit(PLENTY).tls())
                .isInstanceOfSatisfying(
                        Tls.Works.class,
                        works -> assertThat(works.certificate().matches()).isTrue());
    }

    @Test
    void whereTlsFailsRecipientsAreAskedForInTheClear() {
        server.answering("EHLO", "250-mail.example.com\r\n250 STARTTLS").answering("STARTTLS", "454 4.7.0 Not now");
        Report report = visit(PLENTY);
        assertThat(report.tls()).isEqualTo(new Tls.Failed("answers 454 4.7.0 Not now"));
        assertThat(report.recipients()).hasSize(2);
    }

    @Test
    void aServerThatTakesTheConnectionAndNeverRepliesIsToldSo() {
        server.answering("CONNECT", SmallMailServer.SILENCE);
        assertThat(visit(LITTLE).failure()).contains("takes the connection, and then says nothing for 1 second");
    }

    @Test
    void aServerThatStopsAnsweringIsToldSo() {
        server.answering("RCPT TO:<info", SmallMailServer.SILENCE);
        assertThat(visit(LITTLE).failure()).contains("does not answer within 1 second");
    }

    @Test
    void aServerThatDribblesGetsNoMoreTime() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, HERE)) {
            Thread dribbler = new Thread(() -> dribble(listener));
            dribbler.setDaemon(true);
            dribbler.start();
            assertThat(visit(listener.getLocalPort(), LITTLE).failure()).contains("does not answer within 1 second");
        }
    }

    private static void dribble(ServerSocket listener) {
        try (Socket socket = listener.accept();
                OutputStream out = socket.getOutputStream()) {
            for (int octet = socket.getInputStream().available(); octet >= 0; octet++) {
                out.write("220-\r\n".charAt(octet % 6));
                out.flush();
                LockSupport.parkNanos(BETWEEN_TWO_BYTES.toNanos());
            }
        } catch (IOException e) {
            // the other side left
        }
    }

    @Test
    void aServerThatDoesNotWantUsIsQuoted() {
        server.answering("CONNECT", "554 5.7.1 Your address is on a list");
        assertThat(visit(PLENTY).failure()).contains("answers the connection with 554 5.7.1 Your address is on a list");
    }

    @Test
    void whatIsNoMailServerIsToldSo() {
        server.answering("CONNECT", "HTTP/1.1 400 Bad Request");
        assertThat(visit(PLENTY).failure()).contains("does not speak SMTP: it says 'HTTP/1.1 400 Bad Request'");
    }

    @Test
    void aPortWhereNobodyListensIsToldSo() throws IOException {
        try (LoopbackPorts.Closed port = LoopbackPorts.closed()) {
            assertThat(visit(port.number(), PLENTY).failure())
                    .contains("can not be reached: it refuses the connection");
        }
    }

    @Test
    void anAddressThatThisMachineDoesNotHaveIsToldSo() throws Exception {
        Report report = new SocketSmtpProbe("mx1.gateway.example", Authorities.ofJava(), PLENTY)
                .visit(new Visit(
                        new Server("mail.example.com", HERE, server.port()),
                        Optional.of(InetAddress.getByName("192.0.2.99")),
                        List.of("info@example.com")));
        assertThat(report.failure()).contains("was not asked: this machine has no such address");
    }
}
