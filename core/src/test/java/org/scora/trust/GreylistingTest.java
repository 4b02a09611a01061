package org.scora.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.dns.Dns;
import org.scora.dns.NoDns;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.domain.Refusal;
import org.scora.domain.RefusalReason;
import org.scora.domain.SettingScope.OfDomain;
import org.scora.message.IncomingMessage;
import org.scora.policy.ListEntry;
import org.scora.policy.ListEntry.Kind;

class GreylistingTest extends TrustTest {
    private static final String RECIPIENT = "ann@example.com";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Dns ZONE = ZoneFileDns.parse("test zone", """
            big.example.          TXT "v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.0/24 -all"
            out1.pool.example.    A   203.0.113.5
            out2.pool.example.    A   198.18.7.5
            """);

    private RememberedGreylist comers;
    private Greylisting greylisting;
    private List<Check> lists = List.of();

    @BeforeEach
    void switchOn() {
        set("greylist", "true");
        greylisting = node();
    }

    @Test
    void whoIsUnknownIsAskedToComeAgainAndLetInAfterAMinute() {
        assertThat(refusal("198.18.0.1", "a@new.example"))
                .contains(new Refusal(
                        450,
                        "4.7.1",
                        "Your server is new to this recipient's domain, please let it try again in a minute",
                        RefusalReason.GREYLISTED));
        clock.forward(MINUTE.minusSeconds(1));
        assertThat(refusal("198.18.0.1", "a@new.example")).as("too soon").isPresent();

        clock.forward(Duration.ofSeconds(1));
        assertThat(refusal("198.18.0.1", "a@new.example")).isEmpty();
        clock.forward(Duration.ofDays(30));
        assertThat(refusal("198.18.0.1", "b@new.example")).as("a month later").isEmpty();
    }

    @Test
    void anotherAddressOfTheNetworkMayCome() {
        refusal("198.18.0.1", "a@new.example");
        clock.forward(MINUTE);

        assertThat(refusal("198.18.0.250", "a@new.example")).isEmpty();
        assertThat(refusal("198.18.1.1", "a@new.example")).as("another network").isPresent();
        assertThat(refusal("198.18.0.1", "a@newer.example"))
                .as("another sender")
                .isPresent();
    }

    @Test
    void aBigSenderMayTryAgainFromAnyNetworkThatSpfGivesIt() {
        refusal("192.0.2.1", "a@big.example");
        clock.forward(MINUTE);

        assertThat(refusal("198.51.100.9", "a@big.example")).isEmpty();
    }

    @Test
    void aPoolIsKnownByGreetingsThatLeadToIt() {
        refusal("203.0.113.5", "out1.pool.example", "a@new.example");
        clock.forward(MINUTE);

        assertThat(refusal("198.18.7.5", "out2.pool.example", "a@new.example")).isEmpty();
        assertThat(refusal("198.18.99.1", "out1.pool.example", "a@new.example"))
                .as("a greeting that leads elsewhere")
                .isPresent();
    }

    @Test
    void allNodesKnowWhoCame() {
        refusal("198.18.0.1", "a@new.example");
        comers.write();
        clock.forward(MINUTE);

        assertThat(refusal(node(), "198.18.0.1", "a@new.example")).isEmpty();
        assertThat(refusal("198.18.0.1", "a@new.example")).isEmpty();
    }

    @Test
    void knownCorrespondentsAreNeverAsked() {
        writtenTo("joe@big.example");
        assertThat(refusal("192.0.2.1", "joe@big.example")).isEmpty();
        assertThat(refusal("198.18.0.1", "joe@big.example"))
                .as("who only says to be one")
                .isPresent();
    }

    @Test
    void aNetworkThatBroughtWantedMailOnSeveralDaysIsNeverAsked() {
        for (int i = 0; i < 3; i++) {
            wanted("198.18.0.0/24");
            clock.forward(Duration.ofDays(1));
        }

        assertThat(refusal("198.18.0.9", "anyone@new.example")).isEmpty();
        lists = List.of(new NamesAll());
        assertThat(refusal("198.18.0.9", "anyone@new.example"))
                .as("while a block list names the client")
                .isPresent();
    }

    @Test
    void allowedSendersAreNeverAsked() {
        database.senderLists().add(new ListEntry(Kind.ALLOW, DOMAIN, "198.18.0.0/24", false, Optional.empty(), ""));

        assertThat(refusal("198.18.0.1", "a@new.example")).isEmpty();
    }

    @Test
    void itIsOffUntilADomainWantsItAndNeverForThePostmasterAndTheExempt() {
        database.protectedDomains().setExempt("open@example.com", true);

        assertThat(greylisting.mayDelay(RECIPIENT)).isTrue();
        assertThat(greylisting.mayDelay("open@example.com")).isFalse();
        assertThat(greylisting.mayDelay("PostMaster@example.com")).isFalse();
        assertThat(greylisting.mayDelay("ann@elsewhere.example")).isFalse();
        set("greylist", "off");
        assertThat(greylisting.mayDelay(RECIPIENT)).isFalse();
    }

    @Test
    void theWaitIsASetting() {
        set("greylistMinutes", "10");
        assertThat(refusal("198.18.0.1", "a@new.example"))
                .map(Refusal::text)
                .hasValueSatisfying(text -> assertThat(text).endsWith("again in 10 minutes"));
        clock.forward(Duration.ofMinutes(9));
        assertThat(refusal("198.18.0.1", "a@new.example")).isPresent();
        clock.forward(MINUTE);
        assertThat(refusal("198.18.0.1", "a@new.example")).isEmpty();
    }

    @Test
    void aDnsThatDoesNotAnswerProvesNothingAndStopsNothing() {
        Visitor visitor = visitor(new NoDns(), "192.0.2.1", "out1.pool.example", "a@big.example");

        assertThat(visitor.pool()).isEqualTo("192.0.2.0/24");
        greylisting.refusal(visitor, RECIPIENT);
        clock.forward(MINUTE);
        assertThat(greylisting.refusal(visitor, RECIPIENT)).isEmpty();
    }

    @Test
    void aStoreThatCanNotBeReachedIsAFailureThatTheDoorLeavesOut() {
        database.close();

        assertThatThrownBy(() -> refusal("198.18.0.1", "a@new.example")).isInstanceOf(UncheckedIOException.class);
    }

    private void set(String name, String value) {
        database.storedSettings().set(new OfDomain(DOMAIN), name, Optional.of(value));
    }

    private Greylisting node() {
        comers = new RememberedGreylist(database.greylist());
        return new Greylisting(
                database.effectiveSettings(), database.recipients(), database.senderLists(), known, comers, clock);
    }

    private Optional<Refusal> refusal(String client, String sender) {
        return refusal(greylisting, client, sender);
    }

    private Optional<Refusal> refusal(String client, String helo, String sender) {
        return refusal(greylisting, client, helo, sender);
    }

    private Optional<Refusal> refusal(Greylisting node, String client, String sender) {
        return refusal(node, client, "localhost", sender);
    }

    private Optional<Refusal> refusal(Greylisting node, String client, String helo, String sender) {
        return node.refusal(visitor(ZONE, client, helo, sender), RECIPIENT);
    }

    private Visitor visitor(Dns dns, String client, String helo, String sender) {
        try {
            return new Visitors(dns, PublicSuffixes.bundled(), lists, "mx.gateway.example")
                    .identify(InetAddresses.forString(client), Optional.of(helo), sender);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Names every client. */
    private static final class NamesAll implements Check {
        @Override
        public String name() {
            return "names-all";
        }

        @Override
        public List<String> findings() {
            return List.of("DNSLIST_CLIENT");
        }

        @Override
        public CheckResult examine(IncomingMessage message) {
            return CheckResult.found("DNSLIST_CLIENT", "named");
        }
    }
}
