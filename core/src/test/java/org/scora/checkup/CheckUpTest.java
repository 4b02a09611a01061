package org.scora.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.Daemon;
import org.scora.MovableClock;
import org.scora.dns.ChangingZone;
import org.scora.dns.DnsAnswer;
import org.scora.dns.MailExchanger;
import org.scora.dns.NameServers;
import org.scora.dns.PublishedMx;
import org.scora.domain.Authorities;
import org.scora.domain.DomainState;
import org.scora.domain.OwnListener;
import org.scora.domain.ProtectedDomain;
import org.scora.domain.RecipientPolicy;
import org.scora.domain.RouteHost;
import org.scora.domain.TlsPolicy;
import org.scora.storage.Database;
import org.scora.storage.DatabaseSettings;

/** The check-up on a zone that the test edits, a mail server of the test, and a real database in memory. */
class CheckUpTest {
    private static final String GATEWAY = """
            mx1.gateway.example.          A    192.0.2.25
            25.2.0.192.in-addr.arpa.      PTR  mx1.gateway.example.
            """;
    private static final String ELSEWHERE = "example.com. 86400 MX 10 old.example.com.\n";
    private static final String LOWERED = "example.com. 300 MX 10 old.example.com.\n";
    private static final String HERE = "example.com. 300 MX 5 mx1.gateway.example.\n";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T08:00:00Z"));
    private final ChangingZone zone = new ChangingZone(GATEWAY + ELSEWHERE);
    private final SmallMailServer mailServer = new SmallMailServer();
    private final Database database = Database.open(
            new DatabaseSettings("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "scora", "", 4));
    private NameServers nameServers = zone;
    private StsPolicies policies = domain -> Optional.empty();

    @BeforeEach
    void protectTheDomain() {
        save(DomainState.PENDING, RecipientPolicy.LISTED, TlsPolicy.OPPORTUNISTIC);
        database.protectedDomains().addMailboxes("example.com", List.of("ann"));
    }

    @AfterEach
    void stop() throws IOException {
        mailServer.close();
        database.close();
    }

    private void save(DomainState state, RecipientPolicy recipients, TlsPolicy tls) {
        database.protectedDomains()
                .save(new ProtectedDomain(
                        "example.com",
                        state,
                        List.of(new RouteHost("127.0.0.1", mailServer.port(), 0)),
                        tls,
                        recipients,
                        "default",
                        List.of("admin@example.com")));
    }

    private CheckUpResult examine(CheckUpRequest request) {
        OwnListener listener = new OwnListener("mx1.gateway.example", 25, address -> false, zone);
        return new CheckUp(
                        new CheckUp.Memory(
                                database.protectedDomains(),
                                database.mailboxLists(),
                                database.journal(),
                                database.mxHistory()),
                        new CheckUp.World(
                                zone,
                                nameServers,
                                new SocketSmtpProbe(
                                        "mx1.gateway.example", Authorities.ofJava(), Duration.ofSeconds(10)),
                                policies,
                                GatewayIdentity.of("mx1.gateway.example", List.of("192.0.2.16/28"), listener)),
                        new Random(1),
                        clock)
                .examine(request);
    }

    private CheckUpResult examine() {
        return examine(CheckUpRequest.of("example.com"));
    }

    private static List<String> codes(CheckUpResult result) {
        return result.findings().stream().map(CheckUpFinding::code).toList();
    }

    private static CheckUpFinding finding(CheckUpResult result, String code) {
        return result.findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " was not found, but " + result.findings()));
    }

    private static String fix(CheckUpResult result, String code) {
        return finding(result, code).fix().orElseThrow();
    }

    @Test
    void aDomainThatIsNotProtectedIsToldWithTheCommandThatAddsIt() {
        CheckUpResult result = examine(CheckUpRequest.of("example.org"));
        assertThat(fix(result, "domain-unknown")).contains("scora domain add example.org");
        assertThat(finding(result, "mx-no-domain").level()).isEqualTo(Level.PROBLEM);
        assertThat(result.stage()).isEqualTo(Stage.PREPARING);
    }

    @Test
    void aDomainThatIsSetUpIsReadyAndIsToldWhenItIsSafeToMove() {
        CheckUpResult result = examine();
        assertThat(result.stage()).isEqualTo(Stage.READY);
        assertThat(codes(result))
                .contains(
                        "domain-pending",
                        "mailboxes-listed",
                        "mx-elsewhere",
                        "ttl-high",
                        "server-takes",
                        "server-refuses-unknown",
                        "tls-none",
                        "bypass-not-tried",
                        "ptr-good",
                        "mta-sts-none");
        assertThat(finding(result, "mx-elsewhere").sentence()).contains("old.example.com (10)", "mx1.gateway.example");
        assertThat(fix(result, "mx-elsewhere")).contains("example.com. 300 IN MX 5 mx1.gateway.example.");
        assertThat(fix(result, "ttl-high")).contains("Lower the TTL to 300 now", "2026-11-25 08:00");
        assertThat(result.until()).contains(Instant.parse("2026-11-25T08:00:00Z"));
        assertThat(result.has(Level.PROBLEM)).isFalse();
    }

    @Test
    void theFormerTtlIsWaitedForAfterItWasLowered() {
        examine();
        clock.forward(Duration.ofHours(1));
        zone.become(GATEWAY + LOWERED);
        CheckUpResult lowered = examine();
        assertThat(fix(lowered, "ttl-wait")).contains("2026-11-25 09:00");
        assertThat(lowered.until()).contains(Instant.parse("2026-11-25T09:00:00Z"));

        clock.forward(Duration.ofHours(24));
        CheckUpResult later = examine();
        assertThat(finding(later, "ttl-low").sentence()).contains("safe to move");
        assertThat(later.until()).isEmpty();
    }

    @Test
    void theCutOverIsCompleteWhenTheFormerRecordsAreForgotten() {
        save(DomainState.ACTIVE, RecipientPolicy.LISTED, TlsPolicy.OPPORTUNISTIC);
        zone.become(GATEWAY + LOWERED);
        examine();
        clock.forward(Duration.ofMinutes(10));
        zone.become(GATEWAY + HERE);
        CheckUpResult moving = examine();
        assertThat(moving.stage()).isEqualTo(Stage.MOVING);
        assertThat(fix(moving, "cut-over-wait")).contains("08:15");

        clock.forward(Duration.ofMinutes(6));
        CheckUpResult complete = examine();
        assertThat(complete.stage()).isEqualTo(Stage.COMPLETE);
        assertThat(codes(complete)).contains("mx-here", "domain-active", "ttl-raise");
        assertThat(complete.has(Level.STEP)).isFalse();
    }

    @Test
    void mxRecordsThatComeHereBeforeTheDomainIsActiveAreAProblem() {
        zone.become(GATEWAY + HERE);
        assertThat(fix(examine(), "mx-too-early")).isEqualTo("scora domain activate example.com");
    }

    @Test
    void anotherNameInTheAddressBlockIsThisGatewayToo() {
        zone.become(GATEWAY + "example.com. 300 MX 5 mx2.gateway.example.\nmx2.gateway.example. A 192.0.2.26\n");
        assertThat(codes(examine())).contains("mx-here");
    }

    @Test
    void aSecondMxRecordLeadsAround() {
        zone.become(GATEWAY + HERE + "example.com. 300 MX 20 old.example.com.\n");
        CheckUpResult result = examine();
        assertThat(fix(result, "mx-around")).contains("example.com. MX 20 old.example.com.");
        assertThat(result.stage()).isEqualTo(Stage.MOVING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void anotherMxRecordThatIsNotBehindOursComesFirst(int preference) {
        zone.become(GATEWAY + HERE + "example.com. 300 MX " + preference + " old.example.com.\n");
        assertThat(codes(examine())).contains("mx-not-first").doesNotContain("mx-here");
    }

    @Test
    void noMxRecordAndTheNullMxAreToldApart() {
        zone.become(GATEWAY + "example.com. A 192.0.2.1\n");
        assertThat(codes(examine())).contains("mx-none");
        zone.become(GATEWAY + "example.com. MX 0 .\n");
        assertThat(codes(examine())).contains("mx-null");
    }

    @Test
    void aDnsThatDoesNotAnswerIsToldForEachQuestion() {
        zone.become("*. TXT \"scora-test: servfail\"\n");
        CheckUpResult result = examine();
        assertThat(codes(result)).contains("mx-unknown", "spf-unknown", "dmarc-unknown", "gateway-unknown");
        assertThat(codes(result)).contains("server-takes");
        assertThat(result.stage()).isEqualTo(Stage.PREPARING);
    }

    @Test
    void nameServersThatDoNotSayTheSameAreNamed() {
        nameServers = domain -> List.of(
                published("ns1.example.com", new MailExchanger(5, "mx1.gateway.example")),
                published("ns2.example.com", new MailExchanger(10, "old.example.com")),
                new PublishedMx("ns3.example.com", DnsAnswer.none(DnsAnswer.Status.FAILED), Duration.ZERO));
        CheckUpResult result = examine();
        assertThat(finding(result, "name-servers-differ").sentence())
                .contains(
                        "ns1.example.com names mx1.gateway.example (5)", "ns2.example.com names old.example.com (10)");
        assertThat(finding(result, "name-server-silent").sentence()).contains("ns3.example.com");
        assertThat(result.stage()).isEqualTo(Stage.MOVING);
    }

    private static PublishedMx published(String server, MailExchanger exchanger) {
        return new PublishedMx(server, DnsAnswer.found(List.of(exchanger)), Duration.ofSeconds(300));
    }

    @Test
    void withoutNameServersTheTtlIsNotKnown() {
        nameServers = domain -> List.of();
        assertThat(codes(examine())).contains("mx-elsewhere", "ttl-unknown");
    }

    @Test
    void aServerThatTakesAnyoneMattersOnlyWhereItIsAsked() {
        mailServer.answering("RCPT TO:<nobody-", "250 2.1.5 Ok");
        assertThat(finding(examine(), "server-takes-unlisted").level()).isEqualTo(Level.NOTE);
        save(DomainState.ACTIVE, RecipientPolicy.ASK_SERVER, TlsPolicy.OPPORTUNISTIC);
        assertThat(finding(examine(), "server-takes-anyone").level()).isEqualTo(Level.PROBLEM);
    }

    @Test
    void aServerThatRefusesOrPutsOffTheMailboxIsQuoted() {
        mailServer.answering("RCPT", "550 5.7.1 Your address is on a list");
        CheckUpResult refuses = examine();
        assertThat(finding(refuses, "server-refuses").sentence())
                .contains("ann@example.com with: 550 5.7.1 Your address is on a list");
        assertThat(refuses.stage()).isEqualTo(Stage.PREPARING);
        mailServer.answering("RCPT", "451 4.7.1 Greylisted");
        assertThat(fix(examine(), "server-puts-off")).contains("greylisting");
    }

    @Test
    void theOperatorsOwnRecipientIsAskedFor() {
        examine(new CheckUpRequest("example.com", Optional.of("bob"), Optional.empty()));
        assertThat(mailServer.commands()).contains("RCPT TO:<bob@example.com>");
    }

    @Test
    void tlsThatThePolicyAsksForAndThatIsNotThereHoldsMail() {
        save(DomainState.ACTIVE, RecipientPolicy.LISTED, TlsPolicy.REQUIRED);
        assertThat(fix(examine(), "tls-missing")).contains("scora domain set example.com tls opportunistic");
    }

    @Test
    void aServerThatIsDownKeepsTheDomainFromBeingReady() throws IOException {
        mailServer.close();
        CheckUpResult result = examine();
        assertThat(finding(result, "server-silent").sentence()).contains("127.0.0.1:" + mailServer.port());
        assertThat(result.stage()).isEqualTo(Stage.PREPARING);
    }

    @Test
    void aServerThatTakesMailFromElsewhereIsOpen() throws IOException {
        CheckUpRequest request =
                new CheckUpRequest("example.com", Optional.empty(), Optional.of(InetAddress.getByName("127.0.0.5")));
        assertThat(finding(examine(request), "bypass-open").sentence()).contains("from 127.0.0.5");
        mailServer.answering("RCPT", "554 5.7.1 Not from there");
        assertThat(codes(examine(request))).contains("bypass-closed");
    }

    @Test
    void spfAndDmarcAreRead() {
        zone.become(GATEWAY + ELSEWHERE + "example.com. TXT \"v=spf1 ip4:192.0.2.16/28 -all\"\n"
                + "_dmarc.example.com. TXT \"v=DMARC1; p=reject\"\n");
        assertThat(codes(examine())).contains("spf-includes", "dmarc-protects");
        zone.become(GATEWAY + ELSEWHERE + "example.com. TXT \"v=spf1 -all\"\n"
                + "_dmarc.example.com. TXT \"v=DMARC1; p=none\"\n");
        CheckUpResult result = examine();
        assertThat(fix(result, "spf-lacks")).contains("ip4:192.0.2.16/28");
        assertThat(codes(result)).contains("dmarc-watches");
        zone.become(GATEWAY + ELSEWHERE);
        assertThat(codes(examine())).contains("spf-none", "dmarc-none");
    }

    @Test
    void aGatewayWhoseNamesDoNotAgreeIsToldSo() {
        zone.become("mx1.gateway.example. A 192.0.2.25\n" + ELSEWHERE);
        assertThat(codes(examine())).contains("ptr-missing");
        zone.become(
                "mx1.gateway.example. A 192.0.2.25\n25.2.0.192.in-addr.arpa. PTR host25.isp.example.\n" + ELSEWHERE);
        assertThat(finding(examine(), "ptr-other").sentence()).contains("host25.isp.example");
        zone.become(ELSEWHERE);
        assertThat(codes(examine())).contains("gateway-no-address");
    }

    @Test
    void anEnforcedMtaStsPolicyHasToNameThisGateway() {
        zone.become(GATEWAY + ELSEWHERE + "_mta-sts.example.com. TXT \"v=STSv1; id=1\"\n");
        assertThat(codes(examine())).contains("mta-sts-unreadable");
        policies =
                domain -> Optional.of("version: STSv1\r\nmode: enforce\r\nmx: old.example.com\r\nmax_age: 604800\r\n");
        assertThat(fix(examine(), "mta-sts-lacks-us")).contains("mx: mx1.gateway.example");
        policies = domain -> Optional.of("version: STSv1\nmode: enforce\nmx: *.gateway.example\n");
        assertThat(codes(examine())).contains("mta-sts-names-us");
        policies = domain -> Optional.of("version: STSv1\nmode: enforce\nmx: *.example\n");
        assertThat(codes(examine())).as("a wildcard is one label").contains("mta-sts-lacks-us");
        for (String mode : List.of("testing", "none")) {
            policies = domain -> Optional.of("version: STSv1\nmode: " + mode + "\nmx: old.example.com\n");
            assertThat(codes(examine())).contains("mta-sts-tests");
        }
        for (String text :
                List.of("", "<html>Not found</html>", "mode: enforce\nmx: x", "version: STSv1\nmode: maybe")) {
            policies = domain -> Optional.of(text);
            assertThat(codes(examine())).contains("mta-sts-unreadable");
        }
    }

    @Test
    void daneOfTheFormerServersIsNoted() {
        zone.become(GATEWAY + ELSEWHERE + "_25._tcp.old.example.com. TLSA 3 1 1 "
                + "2bb183af2e2b295b444c1c0e7a4e2b2a2bb183af2e2b295b444c1c0e7a4e2b2a\n");
        assertThat(finding(examine(), "dane-lacks-us").sentence()).contains("old.example.com");
    }

    @Test
    void theTextsForTheCustomerNameTheDomainAndTheAddressBlock() {
        List<CustomerText> texts = examine().texts();
        assertThat(texts)
                .extracting(CustomerText::name)
                .containsExactly(
                        "zone-before", "zone-after", "nftables", "postfix", "exchange", "microsoft365", "google");
        assertThat(texts.get(0).text()).isEqualTo("example.com.  300  IN  MX  10  old.example.com.\n");
        assertThat(texts.get(1).text()).startsWith("example.com.  300  IN  MX  5  mx1.gateway.example.\n");
        assertThat(texts.subList(2, 7))
                .allSatisfy(text -> assertThat(text.text()).contains("192.0.2.16/28"));
    }

    @Test
    void theFirewallTakesItsRules(@TempDir Path folder) throws Exception {
        Daemon.assumeInstalled("/usr/sbin/nft");
        assumeTrue(exitOf(folder, "/usr/sbin/nft", "list", "tables") == 0, "nft may not speak to the kernel here");
        String rules =
                Files.writeString(folder.resolve("scora.nft"), text("nftables")).toString();
        assertThat(exitOf(folder, "/usr/sbin/nft", "--check", "--file", rules)).isZero();
    }

    @Test
    void postfixFindsTheGatewayInItsTable(@TempDir Path folder) throws Exception {
        Daemon.assumeInstalled("/usr/sbin/postmap");
        String table = "cidr:"
                + Files.writeString(folder.resolve("table"), text("postfix").split("\n\n")[0] + "\n");
        assertThat(exitOf(folder, "/usr/sbin/postmap", "-q", "192.0.2.17", table))
                .isZero();
        assertThat(exitOf(folder, "/usr/sbin/postmap", "-q", "192.0.2.1", table))
                .isEqualTo(1);
    }

    private String text(String name) {
        return examine().texts().stream()
                .filter(text -> text.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static int exitOf(Path folder, String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start()
                .waitFor();
    }

    @Test
    void theHandbookExplainsEveryFinding() throws IOException {
        String page = Files.readString(Path.of("..", "distribution", "docs", "check-up.md"));
        for (Code code : Code.values()) {
            assertThat(page).contains("| `" + code.text() + "` |");
            assertThat(code.text()).isEqualTo(code.text().toLowerCase(Locale.ROOT));
        }
    }
}
