package org.scora.prefilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scora.prefilter.TestDoor.attempt;
import static org.scora.prefilter.TestDoor.from;
import static org.scora.prefilter.TestDoor.greeting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.dns.Dns;
import org.scora.dns.ZoneFileDns;

class PreFiltersTest {
    private static final String BOB = "bob@customer.example";
    private static final long MIB = 1024L * 1024;
    private static final Dns DNS = ZoneFileDns.parse("zone", """
            $ORIGIN example.
            with-mx             MX 10 mx.with-mx
            with-address        A 198.51.100.20
            with-address6       AAAA 2001:db8::20
            alias               CNAME with-mx
            nothing             TXT "there is a name and no server"
            null-mx             MX 0 .
            null-mx             A 198.51.100.21
            silent              TXT "scora-test: servfail"
            mx.gateway          A 198.51.100.1
            customer            A 198.51.100.30
            2.0.0.127.bl        A 127.0.0.2
            25.113.0.203.bl     A 127.0.0.2
            2.0.0.127.other-bl  A 127.0.0.2
            26.113.0.203.other-bl A 127.0.0.2
            25.113.0.203.broken A 127.0.0.2
            2.0.0.127.allow     A 127.0.0.2
            25.113.0.203.allow  A 127.0.0.2
            2.0.0.127.mute      A 127.0.0.2
            25.113.0.203.mute   TXT "scora-test: servfail"
            """);

    @TempDir
    private Path home;

    private TestDoor gateway;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/dnslists.tsv"), """
                zone	asks	answers	points	listed	meaning
                bl.example	client	127.0.0.2	2	standard	a known source of spam
                other-bl.example	client	127.0.0.2	2	standard	seen in traps
                broken.example	client	127.0.0.2	2	standard	says nothing of its test entry
                mute.example	client	127.0.0.2	2	standard	does not answer
                allow.example	client	127.0.0.2	-1	standard	a good sender
                """);
        gateway = TestDoor.open(
                home,
                DNS,
                "door.trusted-networks=10.0.0.0/8, 2001:db8:7::/48",
                "door.connections-per-minute=5",
                "door.messages-per-minute=20",
                "door.domain-messages-per-minute=10",
                "door.sender-messages-per-minute=5",
                "door.unknown-recipients-per-hour=5");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ann@with-mx.example,",
        "ann@with-address.example,",
        "ann@with-address6.example,",
        "ann@alias.example,",
        "ann@[203.0.113.25],",
        "'',",
        "ann@missing.example,   550 5.1.8",
        "ann@nothing.example,   550 5.1.8",
        "ann@null-mx.example,   550 5.7.27",
        "ann@NULL-MX.example,   550 5.7.27",
        "ann@silent.example,    451 4.4.3"
    })
    void aSenderNeedsADomainThatTakesTheAnswer(String sender, String answer) {
        assertThat(gateway.said(from(sender), BOB)).isEqualTo(answer == null ? "" : answer);
    }

    @Test
    void aDomainMayTakeMailFromSendersThatDoNotExist() {
        gateway.set("customer.example", "refuseUnknownSenderDomain", "false");
        assertThat(gateway.said(from("ann@missing.example"), BOB)).isEmpty();
        assertThat(gateway.said(from("ann@missing.example"), "bob@other.example"))
                .isEqualTo("550 5.1.8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob@elsewhere.example", "postmaster@mx.gateway.example"})
    void recipientsOfNoActiveDomainAreLeftToOthers(String recipient) {
        assertThat(gateway.said(from("ann@missing.example"), recipient)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.25, mx.gateway.example,  550 5.7.1",
        "203.0.113.25, MX.Gateway.Example., 550 5.7.1",
        "203.0.113.25, customer.example,",
        "203.0.113.25, mail.sender.example,",
        "127.0.0.1,    mx.gateway.example,",
        "198.51.100.1, mx.gateway.example,",
        "10.1.2.3,     mx.gateway.example,"
    })
    void nobodyElseGreetsAsThisGateway(String client, String helo, String answer) {
        assertThat(gateway.said(greeting(client, helo), BOB)).isEqualTo(answer == null ? "" : answer);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.25, 550 5.7.1", "198.51.100.30,", "198.51.100.7,"})
    void whoWantsThatLetsNobodyElseGreetAsTheDomain(String client, String answer) {
        gateway.set("customer.example", "refuseHeloAsDomain", "true");
        assertThat(gateway.said(greeting(client, "customer.example"), BOB)).isEqualTo(answer == null ? "" : answer);
        assertThat(gateway.said(greeting(client, "customer.example"), "bob@other.example"))
                .isEmpty();
    }

    @Test
    void noListRefusesAnybodyUntilADomainWantsIt() {
        assertThat(gateway.said(from(""), BOB)).isEmpty();
        gateway.set("customer.example", "refuseDnsListed", "bl.example");
        assertThat(gateway.said(from(""), BOB)).isEqualTo("550 5.7.1");
        assertThat(gateway.said(from(""), "bob@other.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bl.example,                  203.0.113.25, 550 5.7.1",
        "'other-bl.example, bl.example', 203.0.113.26, 550 5.7.1",
        "bl.example,                  203.0.113.26,",
        "all,                         203.0.113.26, 550 5.7.1",
        "broken.example,              203.0.113.25,",
        "mute.example,                203.0.113.25,",
        "allow.example,               203.0.113.25,",
        "unknown.example,             203.0.113.25,",
        "all,                         10.1.2.3,"
    })
    void listsThatWorkAreBelieved(String zones, String client, String answer) {
        gateway.set("customer.example", "refuseDnsListed", zones);
        assertThat(gateway.said(greeting(client, "mail.sender.example"), BOB)).isEqualTo(answer == null ? "" : answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmaster@customer.example", "Abuse@customer.example"})
    void whoIsListedCanStillComplain(String recipient) {
        gateway.set("customer.example", "refuseDnsListed", "all");
        assertThat(gateway.said(from(""), recipient)).isEmpty();
    }

    @Test
    void connectionsAreCountedByNetworkAndMinute() {
        for (int client = 1; client <= 5; client++) {
            assertThat(gateway.door.filters().ofClient(greeting("203.0.113." + client, "x")))
                    .isEmpty();
        }
        assertThat(ofClient("203.0.113.99")).isEqualTo("421 4.7.0");
        assertThat(ofClient("203.0.114.1")).isEmpty();
        gateway.clock.forward(Duration.ofMinutes(1));
        assertThat(ofClient("203.0.113.99")).isEmpty();
    }

    @Test
    void messagesAreCountedBySenderDomainAndNetwork() {
        assertThat(messages(TestDoor.CLIENT, "ann@with-mx.example", 6)).isEqualTo(1);
        assertThat(messages(TestDoor.CLIENT, "joe@with-mx.example", 5)).isEqualTo(1);
        assertThat(messages(TestDoor.CLIENT, "", 9)).isZero();
        assertThat(messages(TestDoor.CLIENT, "", 1)).isEqualTo(1);
        assertThat(messages("2001:db8::1", "ann@with-mx.example", 5))
                .as("who forges a sender elsewhere does not stop its mail")
                .isZero();
    }

    private long messages(String client, String sender, int number) {
        long refused = 0;
        for (int i = 0; i < number; i++) {
            refused += gateway.door.filters().ofSender(attempt(client, "x", sender, OptionalLong.empty())).stream()
                    .peek(refusal -> assertThat(TestDoor.code(refusal)).isEqualTo("450 4.7.0"))
                    .count();
        }
        return refused;
    }

    @Test
    void trustedNetworksMayBeAsFastAsTheyLike() {
        for (int i = 0; i < 50; i++) {
            assertThat(ofClient("10.1.2.3")).isEmpty();
            assertThat(ofClient("2001:db8:7:1::1")).isEmpty();
            gateway.door.filters().guessed(greeting("10.1.2.3", "x"));
        }
        assertThat(messages("10.1.2.3", "ann@with-mx.example", 50)).isZero();
    }

    @Test
    void aNetworkThatTriesOutAddressesIsBlockedForHalfAnHour() {
        for (int i = 1; i <= 6; i++) {
            assertThat(gateway.said(from(""), BOB)).isEmpty();
            gateway.door.filters().guessed(greeting("203.0.113." + i, "x"));
        }
        assertThat(gateway.said(from(""), BOB)).isEqualTo("421 4.7.1");
        assertThat(ofClient(TestDoor.CLIENT)).isEqualTo("421 4.7.1");
        assertThat(gateway.said(greeting("203.0.114.1", "x"), BOB)).isEmpty();

        gateway.clock.forward(Duration.ofMinutes(30));
        assertThat(gateway.said(from(""), BOB)).isEmpty();
    }

    @Test
    void aLargeSenderWithSomeStaleAddressesIsNoHarvester() {
        for (int i = 0; i < 100; i++) {
            gateway.door.filters().knew(from(""));
            gateway.door.filters().guessed(from(""));
        }
        assertThat(gateway.said(from(""), BOB)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1048576,", "1048577, 552 5.3.4"})
    void aMessageThatIsAnnouncedTooLargeForADomainIsRefused(long size, String answer) {
        gateway.set("customer.example", "maxMessageMiB", "1");
        assertThat(gateway.said(attempt(TestDoor.CLIENT, "x", "", OptionalLong.of(size)), BOB))
                .isEqualTo(answer == null ? "" : answer);
    }

    @Test
    void sizesHoldForTrustedClientsToo() {
        gateway.set("customer.example", "maxMessageMiB", "1");
        assertThat(gateway.said(attempt("10.1.2.3", "x", "", OptionalLong.of(2 * MIB)), BOB))
                .isEqualTo("552 5.3.4");
    }

    @Test
    void recipientsWithDifferentLimitsGetCopiesOfTheirOwnWhenTheSizeIsNotAnnounced() {
        gateway.set("customer.example", "maxMessageMiB", "1");
        List<String> taken = List.of("bob@other.example");
        assertThat(gateway.door.filters().ofRecipient(from(""), BOB, taken))
                .map(TestDoor::code)
                .contains("452 4.5.3");
        assertThat(gateway.door.filters().ofRecipient(from(""), "ann@other.example", taken))
                .isEmpty();
        assertThat(gateway.door
                        .filters()
                        .ofRecipient(attempt(TestDoor.CLIENT, "x", "", OptionalLong.of(9)), BOB, taken))
                .isEmpty();
    }

    @Test
    void aMessageIsMeasuredAtItsEnd() {
        gateway.set("customer.example", "maxMessageMiB", "1");
        PreFilters filters = gateway.door.filters();
        assertThat(filters.ofMessage(MIB, List.of(BOB))).isEmpty();
        assertThat(filters.ofMessage(2 * MIB, List.of("bob@other.example"))).isEmpty();
        assertThat(filters.ofMessage(2 * MIB, List.of("bob@other.example", BOB)))
                .map(TestDoor::code)
                .contains("552 5.3.4");
    }

    @Test
    void whoBroughtMailBeforeIsGreetedAtOnce() {
        Greetings greetings = gateway.door.greetings();
        Attempt client = greeting(TestDoor.CLIENT, "x");
        assertThat(greetings.pause(client.client().orElseThrow())).isEqualTo(Duration.ofSeconds(1));
        gateway.door.filters().knew(client);
        assertThat(greetings.pause(client.client().orElseThrow())).isZero();
        assertThat(greetings.pause(greeting("10.0.0.1", "x").client().orElseThrow()))
                .isZero();
    }

    private String ofClient(String client) {
        return gateway.door
                .filters()
                .ofClient(greeting(client, "x"))
                .map(TestDoor::code)
                .orElse("");
    }
}
