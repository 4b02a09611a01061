package org.scora.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.SelfSigned;

/** A web server with certificates of our own, and what is taken from it. */
@Timeout(60)
class HttpsStsPoliciesTest {
    private static final String PATH = "/.well-known/mta-sts.txt";
    private static final String POLICY =
            "version: STSv1\r\nmode: enforce\r\nmx: mx1.example.com\r\nmax_age: 604800\r\n";
    private static final Duration LONG = Duration.ofSeconds(30);

    private static SelfSigned local;
    private static SelfSigned other;

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpsServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        local = SelfSigned.named("localhost");
        other = SelfSigned.named("mta-sts.other.example");
    }

    @BeforeEach
    void start() throws IOException {
        start(local.server());
    }

    private void start(SSLContext tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private Optional<String> policy() {
        return policy(local, LONG);
    }

    private Optional<String> policy(SelfSigned trusted, Duration patience) {
        return new HttpsStsPolicies(
                        trusting(trusted),
                        domain -> URI.create(
                                "https://" + domain + ":" + server.getAddress().getPort() + PATH),
                        patience)
                .policyOf("localhost");
    }

    private static SSLContext trusting(SelfSigned server) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {server.authorities().trust()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answering(HttpHandler handler) {
        server.createContext(PATH, handler);
    }

    private static HttpHandler text(int status, String type, String body) {
        return exchange -> send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "Text/Plain; charset=utf-8", "text/plain ;charset=us-ascii"})
    void aPolicyIsPlainText(String type) {
        answering(text(200, type, POLICY));

        assertThat(policy()).contains(POLICY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/octet-stream", "text/plainly"})
    void whatIsNoPlainTextIsNoPolicy(String type) {
        answering(text(200, type, POLICY));

        assertThat(policy()).isEmpty();
    }

    @Test
    void aServerThatNobodyVouchesForHasNoPolicy() {
        answering(text(200, "text/plain", POLICY));

        assertThat(policy(other, LONG)).isEmpty();
    }

    @Test
    void aCertificateForAnotherNameIsNotEnough() throws IOException {
        server.stop(0);
        start(other.server());
        answering(text(200, "text/plain", POLICY));

        assertThat(policy(other, LONG)).isEmpty();
    }

    @Test
    void noRedirectionIsFollowed() {
        answering(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere.txt");
            send(exchange, 302, "text/plain", new byte[0]);
        });
        server.createContext("/elsewhere.txt", text(200, "text/plain", POLICY));

        assertThat(policy()).isEmpty();
    }

    @Test
    void aPageThatIsNotThereIsNoPolicy() {
        answering(text(404, "text/plain", POLICY));

        assertThat(policy()).isEmpty();
    }

    @Test
    void moreThanSixtyFourKilobytesAreNoPolicy() {
        answering(text(200, "text/plain", POLICY + "mx: x.example.com\r\n".repeat(4000)));

        assertThat(policy()).isEmpty();
    }

    @Test
    void aServerThatNeverSaysTheRestIsNotWaitedFor() {
        answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(POLICY.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitEnd();
        });

        assertThat(policy(local, Duration.ofSeconds(2))).isEmpty();
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedFor() {
        answering(exchange -> awaitEnd());

        assertThat(policy(local, Duration.ofSeconds(2))).isEmpty();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aHostThatTakesNoConnectionHasNoPolicy() {
        server.stop(0);

        assertThat(policy()).isEmpty();
    }
}
