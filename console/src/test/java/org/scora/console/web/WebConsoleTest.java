package org.scora.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.console.GatewayStatus;
import org.scora.console.HealthLine;
import org.scora.console.StatusSource;
import org.scora.console.TestGateway;
import org.scora.policy.Disposition;

class WebConsoleTest {
    private static final GatewayStatus WELL = new GatewayStatus(
            "mx1.gateway.example",
            "0.1.0",
            Instant.parse("2026-11-21T08:30:00Z"),
            Instant.parse("2026-11-24T12:00:00Z"),
            Optional.of(new GatewayStatus.Counts(
                    12, 1, Map.of(Disposition.NORMAL, 4312L, Disposition.QUARANTINE, 17L), 1234)),
            Optional.of(3L),
            List.of(
                    new HealthLine("Database", true, "answers"),
                    new HealthLine("<b>Queue</b>", true, "takes & gives mail")));

    private static final GatewayStatus ILL = new GatewayStatus(
            "mx1.gateway.example",
            "0.1.0",
            Instant.parse("2026-11-24T11:59:00Z"),
            Instant.parse("2026-11-24T12:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            List.of(new HealthLine("Database", false, "can not be reached")));

    private WebConsole console = console(() -> WELL);

    private static WebConsole console(StatusSource status) {
        return new WebConsole(
                        new Site(
                                "127.0.0.1",
                                0,
                                List.of("console.example.com"),
                                URI.create("http://console.example.com"),
                                List.of(),
                                ZoneOffset.UTC),
                        status,
                        Sections.NONE)
                .start();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private HttpResponse<String> ask(String method, String path) {
        return TestGateway.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path))
                .method(method, BodyPublishers.noBody()));
    }

    @Test
    void theStatusPageSaysHowTheGatewayIs() {
        HttpResponse<String> page = ask("GET", "/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("mx1.gateway.example", "Scora 0.1.0", "Everything works")
                .contains("21 November 2026, 08:30 UTC", "3 d 3 h", "12, and 1 not active", "4,312", "1,234");
    }

    @Test
    void whatItShowsIsEscaped() {
        assertThat(ask("GET", "/").body())
                .contains("&lt;b&gt;Queue&lt;/b&gt;", "takes &amp; gives mail")
                .doesNotContain("<b>Queue");
    }

    @Test
    void aStoreThatIsAwayIsShownAndUnhealthy() {
        console.close();
        console = console(() -> ILL);

        assertThat(ask("GET", "/").body())
                .contains("Something does not work", "can not be reached")
                .doesNotContain("Mail today");
        assertThat(ask("GET", "/health").statusCode()).isEqualTo(503);
    }

    @Test
    void healthIsPlainTextForAProbe() {
        HttpResponse<String> health = ask("GET", "/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("healthy\n");
        assertThat(health.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/style.css", "/nothing"})
    void everyAnswerHasStrictHeadersAndNoCookie(String path) {
        var headers = ask("GET", path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.map()).doesNotContainKeys("server", "set-cookie", "x-powered-by");
    }

    @Test
    void thePageNeedsNothingThatItsPolicyForbids() {
        assertThat(ask("GET", "/").body())
                .doesNotContain("style=", "<script", "<img", "http://", "https://")
                .contains("href=\"/style.css\"");
        assertThat(ask("GET", "/style.css").headers().firstValue("Content-Type"))
                .hasValue("text/css; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/style.css", "/nothing"})
    void headIsGetWithoutTheBody(String path) {
        HttpResponse<String> get = ask("GET", path);
        HttpResponse<String> head = ask("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void nothingButReadingIsAllowed(String method) {
        HttpResponse<String> response = ask(method, "/");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/health/", "/..%2Fetc", "/style.css/..", "/%3Cscript%3E"})
    void whatIsNotThereIsSaidKindlyAndNotRepeated(String path) {
        HttpResponse<String> response = ask("GET", path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("There is no such page").doesNotContain("script", "etc");
    }

    @Test
    void theStatusIsNotReadForEveryRequest() {
        AtomicInteger read = new AtomicInteger();
        console.close();
        console = console(() -> {
            read.incrementAndGet();
            return WELL;
        });

        for (int request = 0; request < 20; request++) {
            ask("GET", "/");
        }

        assertThat(read.get()).isLessThan(20);
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", console.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "y".repeat(9000) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).doesNotContain("200");
        }
    }

    @Test
    void bodiesThatNeverComeKeepNobodyElseWaiting() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                Socket socket = say(
                        (i % 2 == 0 ? "POST" : "GET") + " / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{");
                stalled.add(socket);
                assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 413 Request Entity Too Large");
            }
            try (Socket other = say("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
                assertThat(firstLine(other)).isEqualTo("HTTP/1.1 200 OK");
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200",
        "console.example.com, 200",
        "evil.example, 421",
        "console.example.com.evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "192.0.2.1, 421"
    })
    void itAnswersUnderItsOwnNamesOnly(String host, int status) throws Exception {
        try (Socket socket = say("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n")) {
            assertThat(firstLine(socket)).startsWith("HTTP/1.1 " + status);
        }
    }

    private Socket say(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", console.port());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }
}
