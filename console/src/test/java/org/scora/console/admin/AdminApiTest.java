package org.scora.console.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.console.TestGateway;
import org.scora.domain.DomainState;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.TlsPolicy;
import org.scora.journal.Outcome;
import org.scora.message.Json;
import org.scora.policy.ListEntry;

class AdminApiTest {
    private static final String KNOWN = "/scora/domains/example.com";

    private static TestGateway gateway;

    @BeforeAll
    static void start(@TempDir Path home) {
        gateway = new TestGateway(home);
    }

    @BeforeEach
    void protectOneDomain() {
        gateway.forgetAll();
        gateway.protect("example.com");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private Problem problem(int status, String method, String path, String body) {
        HttpResponse<String> response = gateway.ask(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        Problem problem = Json.read(response.body(), Problem.class);
        assertThat(problem.error()).isNotBlank();
        assertThat(problem.remedy()).isNotBlank();
        return problem;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scora/domains",
                "/scora/domains/",
                "//scora/domains",
                "/scora//domains",
                "/scora/domains/example.com",
                "/scora/./domains",
                "/scora/domains;a=b",
                "/%73cora/domains",
                "/scora/quarantine",
                "/scora/journal/4QX7-M2DA-9KTW",
                "/scora/status",
                "/healthcheck",
                "/metrics",
                "/"
            })
    void noPathIsOpenWithoutTheToken(String path) {
        assertThat(TestGateway.send(gateway.request("GET", path, "")).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void noMethodIsOpenWithoutTheToken(String method) {
        HttpResponse<String> response = TestGateway.send(gateway.request(method, KNOWN, "{}"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(gateway.domains.find("example.com")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer wrong", "Basic %s", "%s", "Bearer %s0", "Bearer  %s"})
    void aWrongTokenIsRefused(String header) {
        String offered = header.formatted(gateway.token);
        HttpResponse<String> response =
                TestGateway.send(gateway.request("GET", KNOWN, "").header("Authorization", offered));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("token").doesNotContain("example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example,403",
        "null,403",
        "http://localhost.evil.example,403",
        "http://127.0.0.1.evil.example,403",
        "http://[::2],403",
        "%%%,403",
        "http://localhost:8080,200",
        "http://127.0.0.1:8080,200",
        "http://[::1]:8080,200"
    })
    void pagesOfOtherSitesAreRefusedEvenWithTheToken(String origin, int status) {
        HttpResponse<String> response = TestGateway.send(gateway.request("GET", KNOWN, "")
                .header("Authorization", "Bearer " + gateway.token)
                .header("Origin", origin));

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", ""})
    void noPageOfAnotherSiteMayReadAnAnswer(String suffix) {
        HttpResponse<String> response = TestGateway.send(
                gateway.request("GET", KNOWN, "").header("Authorization", "Bearer " + gateway.token + suffix));

        assertThat(response.headers().map().keySet())
                .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @Test
    void aBodyThatNeverComesIsNotWaitedFor() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("PUT " + KNOWN + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + gateway.token
                                    + "\r\nContent-Length: 9\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aDomainIsAddedInItsNormalForm() {
        HttpResponse<String> response = gateway.ask(
                "PUT",
                "/scora/domains/B%C3%BCcher.Example.",
                "{\"route\":[\"Mail.Example.com\",\"[2001:db8::1]:2500\"]}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Json.read(response.body(), DomainView.class))
                .isEqualTo(new DomainView(
                        "xn--bcher-kva.example",
                        DomainState.ACTIVE,
                        List.of("mail.example.com:25", "[2001:db8::1]:2500"),
                        TlsPolicy.OPPORTUNISTIC,
                        RecipientPolicy.LISTED,
                        "default",
                        List.of()));
        assertThat(gateway.domains.find("xn--bcher-kva.example").orElseThrow().route())
                .extracting(host -> host.preference())
                .containsExactly(0, 1);
    }

    @Test
    void whatAFormLeavesOutStays() {
        gateway.ask("PUT", KNOWN, "{\"recipients\":\"ANY\"}");

        assertThat(gateway.domains.find("example.com").orElseThrow())
                .satisfies(domain -> assertThat(domain.recipients()).isEqualTo(RecipientPolicy.ANY))
                .satisfies(domain -> assertThat(domain.administrators()).containsExactly("admin@example.com"))
                .satisfies(domain -> assertThat(domain.route()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"route\":\"a\"}",
                "{\"route\":[]}",
                "{\"route\":[\"\"]}",
                "{\"route\":[\"a b\"]}",
                "{\"route\":[\"mail.example.com:0\"]}",
                "{\"route\":[\"mail.example.com:65536\"]}",
                "{\"route\":[\"http://mail.example.com\"]}",
                "{\"route\":[\"mail.example.com\\r\\nRCPT\"]}",
                "{\"route\":[null]}",
                "{\"state\":\"GONE\"}",
                "{\"administrators\":[\"nobody\"]}",
                "{\"administrators\":[\"a@b.example\\nBcc: c@d.example\"]}",
                "{\"administrators\":[\"<a@b.example>\"]}"
            })
    void aBadFormIsRefusedWithARemedyAndChangesNothing(String body) {
        var before = gateway.domains.find("example.com");

        problem(400, "PUT", KNOWN, body);

        assertThat(gateway.domains.find("example.com")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodots", "192.0.2.1", "a..example", "-a.example", "a_b.example", "a%20b.example"})
    void whatIsNoDomainNameIsRefused(String name) {
        problem(400, "PUT", "/scora/domains/" + name, "{\"route\":[\"mail.example.com\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx1.gateway.example",
                "MX1.Gateway.Example.:25",
                "mx1.gateway.example:2525",
                "127.0.0.1:2525",
                "[::1]:2525",
                "localhost:2525",
                "back.example.org:2525",
                "0.0.0.0:2525"
            })
    void aRouteToThisGatewayItselfIsRefused(String route) {
        Problem problem = problem(400, "PUT", KNOWN, "{\"route\":[\"" + route + "\"]}");

        assertThat(problem.error()).contains("circles");
        assertThat(problem.remedy()).contains("own mail server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:2526", "mail.example.com:2525", "mx1.gateway.example:10025", "192.0.2.7:2525"})
    void aRouteToAnotherServerIsTaken(String route) {
        assertThat(gateway.ask("PUT", KNOWN, "{\"route\":[\"" + route + "\"]}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDomainThatIsNotProtectedIsNotFound() {
        for (String path : List.of("", "/mailboxes", "/lists", "/exemption?mailbox=a")) {
            problem(404, "GET", "/scora/domains/other.example" + path, "");
        }
        problem(404, "DELETE", "/scora/domains/other.example", "");
        problem(404, "PUT", "/scora/domains/other.example/state", "{\"state\":\"ACTIVE\"}");
    }

    @Test
    void theStateAloneCanBeChanged() {
        gateway.ask("PUT", KNOWN + "/state", "{\"state\":\"SUSPENDED\"}");

        assertThat(gateway.domains.find("example.com").orElseThrow().state()).isEqualTo(DomainState.SUSPENDED);
        problem(400, "PUT", KNOWN + "/state", "{}");
    }

    @Test
    void mailboxesAreAddedWithOrWithoutTheirDomain() {
        HttpResponse<String> response =
                gateway.ask("POST", KNOWN + "/mailboxes", "{\"names\":[\"Info\",\"sales@example.com\",\"info\"]}");

        assertThat(response.body()).isEqualTo("{\"added\":2}");
        assertThat(gateway.ask("GET", KNOWN + "/mailboxes", "").body()).isEqualTo("[\"info\",\"sales\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"names\":[\"two words\"]}",
                "{\"names\":[\"\"]}",
                "{\"names\":[null]}",
                "{\"names\":[\"a%b\"]}",
                "{\"names\":[\"sales@other.example\"]}"
            })
    void whatCanBeNoMailboxIsRefused(String body) {
        problem(400, "POST", KNOWN + "/mailboxes", body);
        assertThat(gateway.domains.mailboxes("example.com")).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsRefused() {
        String tooLong = "{\"names\":[\"" + "a".repeat(Body.LARGEST) + "\"]}";

        problem(413, "POST", KNOWN + "/mailboxes", tooLong);
    }

    @Test
    void aRecipientIsExemptUntilItIsNot() {
        String path = KNOWN + "/exemption?mailbox=Info";

        gateway.ask("PUT", path, "");
        assertThat(gateway.ask("GET", path, "").body())
                .isEqualTo("{\"recipient\":\"info@example.com\",\"exempt\":true}");
        gateway.ask("DELETE", path, "");
        assertThat(gateway.domains.isExempt("info@example.com")).isFalse();
        problem(400, "PUT", KNOWN + "/exemption", "");
    }

    @Test
    void listEntriesAreKeptInTheirNormalForm() {
        gateway.ask(
                "PUT", KNOWN + "/lists/allow", "{\"pattern\":\"Friend@Partner.Example\",\"note\":\"a\\u001b[1mb\"}");
        gateway.ask("PUT", KNOWN + "/lists/block", "{\"pattern\":\"192.0.2.9/24\"}");

        assertThat(gateway.lists.of("example.com"))
                .extracting(ListEntry::kind, ListEntry::pattern, ListEntry::note)
                .containsExactlyInAnyOrder(
                        tuple(ListEntry.Kind.ALLOW, "friend@partner.example", "a [1mb"),
                        tuple(ListEntry.Kind.BLOCK, "192.0.2.0/24", ""));
        gateway.ask("DELETE", KNOWN + "/lists/block?pattern=192.0.2.0%2F24", "");
        assertThat(gateway.lists.of("example.com")).hasSize(1);
        problem(404, "DELETE", KNOWN + "/lists/block?pattern=192.0.2.0%2F24", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"pattern\":\"\"}",
                "{\"pattern\":\"com\"}",
                "{\"pattern\":\"0.0.0.0/0\"}",
                "{\"pattern\":\"a b@example.org\"}",
                "{\"pattern\":\"example.org\",\"expires\":\"2020-01-01T00:00:00Z\"}",
                "{\"pattern\":\"example.org\",\"expires\":\"tomorrow\"}"
            })
    void whatCanStandInNoListIsRefused(String body) {
        problem(400, "PUT", KNOWN + "/lists/allow", body);
        problem(400, "PUT", KNOWN + "/lists/block", body);
        assertThat(gateway.lists.of("example.com")).isEmpty();
    }

    @Test
    void thereAreTwoListsAndNoThird() {
        problem(404, "PUT", KNOWN + "/lists/grey", "{\"pattern\":\"example.org\"}");
    }

    @Test
    void aPartWhoseContentIsGoneIsNamedAndTheOthersAreReleased() throws IOException {
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "Hello");
        gateway.hold("Mail2", "4QX7-M2DA-9KTW", "sales@example.com", "Hello");
        Path gone = gateway.contentOf("Mail1");
        Files.delete(gone);

        HttpResponse<String> response = gateway.ask("POST", "/scora/quarantine/4QX7-M2DA-9KTW/release", "");

        assertThat(response.statusCode()).isEqualTo(200);
        HeldActionRoutes.Done release = Json.read(response.body(), HeldActionRoutes.Done.class);
        assertThat(release.done()).containsExactly("sales@example.com");
        assertThat(release.lost()).singleElement().satisfies(lost -> {
            assertThat(lost.recipients()).containsExactly("info@example.com");
            assertThat(lost.place()).isEqualTo("file " + gone);
        });
        assertThat(gateway.quarantine.find("Mail1").orElseThrow().releasedAt()).isEmpty();
    }

    @Test
    void aHeldMessageIsReleasedOnceAndTheJournalSaysSo() {
        gateway.hold("Mail1!transport-a/b", "4QX7-M2DA-9KTW", "info@example.com", "Hello");

        String first = gateway.ask("POST", "/scora/quarantine/4qx7m2da9ktw/release", "")
                .body();
        String second = gateway.ask("POST", "/scora/quarantine/4QX7-M2DA-9KTW/release", "")
                .body();

        assertThat(first).contains("\"done\":[\"info@example.com\"]");
        assertThat(second).contains("\"done\":[]", "\"before\":[\"info@example.com\"]");
        assertThat(gateway.sent).hasSize(1);
        assertThat(gateway.journal.byReceipt("4QX7-M2DA-9KTW").get(0).outcome()).isEqualTo(Outcome.RELEASED);
    }

    @Test
    void aHeldMessageIsFoundByItsKey() {
        gateway.hold("Mail1764-6f-!relay+x", "4QX7-M2DA-9KTW", "info@example.com", "Hello");

        String found = gateway.ask("GET", "/scora/quarantine/Mail1764-6f-%21relay%2Bx", "")
                .body();

        assertThat(Json.read(found, HeldView[].class))
                .extracting(HeldView::subject)
                .containsExactly("Hello");
    }

    @Test
    void theServersOwnDataOfAHeldMessageIsNotShown() {
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "Hello");

        assertThat(gateway.ask("GET", "/scora/quarantine", "").body())
                .contains("Hello")
                .doesNotContain("envelope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=x",
                "domain=nodots",
                "limit=99999999999",
                "state=lost",
                "category=x",
                "leastScore=NaN",
                "mostScore=x",
                "from=yesterday",
                "receipt=x",
                "until=+1000000000-01-01T00:00:00Z"
            })
    void aBadQuestionToTheQuarantineIsRefused(String query) {
        problem(400, "GET", "/scora/quarantine?" + query, "");
    }

    @Test
    void whatIsNotInQuarantineIsNotFound() {
        problem(404, "GET", "/scora/quarantine/4QX7-M2DA-9KTW", "");
        problem(404, "POST", "/scora/quarantine/..%2F..%2Fetc%2Fpasswd/release", "");
    }

    @Test
    void theJournalTellsOfAMessage() {
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "Hello");

        assertThat(gateway.ask("GET", "/scora/journal/4qx7-m2da-9ktw", "").body())
                .contains("LINK_MISMATCH");
        problem(404, "GET", "/scora/journal/0000-0000-0000", "");
        problem(400, "GET", "/scora/journal/receipt", "");
    }

    @Test
    void aReportGoesToTheAdministratorsOrToWhomItIsSaid() {
        gateway.ask("POST", "/scora/reports", "{\"domain\":\"example.com\"}");
        gateway.ask(
                "POST", "/scora/reports", "{\"domain\":\"example.com\",\"days\":30,\"recipients\":[\"b@c.example\"]}");

        assertThat(gateway.sent)
                .extracting(mail -> mail.recipients())
                .containsExactly(List.of("admin@example.com"), List.of("b@c.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"domain\":\"example.com\",\"days\":0}",
                "{\"domain\":\"example.com\",\"days\":367}",
                "{\"domain\":\"example.com\",\"recipients\":[]}",
                "{\"domain\":\"example.com\",\"recipients\":[\"x\"]}"
            })
    void aReportThatCanNotBeMadeIsRefused(String body) {
        problem(400, "POST", "/scora/reports", body);
        assertThat(gateway.sent).isEmpty();
    }

    @Test
    void theStatusCountsTodaysMail() {
        gateway.hold("Mail1", "4QX7-M2DA-9KTW", "info@example.com", "Hello");

        assertThat(gateway.ask("GET", "/scora/status", "").body())
                .contains("\"activeDomains\":1", "\"QUARANTINE\":1", "\"held\":1", "mx1.gateway.example");
    }

    @Test
    void aStoreThatIsAwayIsSaidToBeAway(@TempDir Path other) {
        try (TestGateway broken = new TestGateway(other)) {
            broken.breakDatabase();

            assertThat(broken.ask("GET", "/scora/domains", "").statusCode()).isEqualTo(503);
            assertThat(broken.ask("GET", "/scora/status", "").body()).contains("\"counts\":null", "\"working\":false");
        }
    }
}
