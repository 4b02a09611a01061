package org.scora.check.dnslist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scora.MovableClock;
import org.scora.check.CheckResult;
import org.scora.dns.Dns;
import org.scora.dns.DnsAnswer;
import org.scora.dns.MailExchanger;
import org.scora.dns.PublicSuffixes;
import org.scora.dns.ZoneFileDns;
import org.scora.message.Envelope;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

class DnsListsTest {
    private static final String WORKS = "2.0.0.127.one.example. A 127.0.0.2\n2.0.0.127.two.example. A 127.0.0.2\n";
    private static final String LISTED = "10.2.0.192.one.example. A 127.0.0.2\n10.2.0.192.one.example. A 127.0.0.3\n"
            + "10.2.0.192.two.example. A 127.0.0.2\n";
    private static final List<DnsList> LISTS = DnsListsFile.parse("dnslists.tsv", """
            zone	asks	answers	points	listed	meaning
            one.example	client	127.0.0.2	2	standard	sends spam
            one.example	client	127.0.0.3	0.5	standard	a home connection
            two.example	client	127.0.0.2	1.5	standard	seen in traps
            """);

    private final ChangingDns dns = new ChangingDns();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final DnsLists check = new DnsLists(LISTS, dns, PublicSuffixes.bundled(), clock);

    @Test
    void thePointsOfListsAddUpAndOfOneListTheMostCounts() throws Exception {
        dns.zone = WORKS + LISTED;
        CheckResult.Found found = (CheckResult.Found) check.examine(mail());
        assertThat(found.findings()).extracting(Finding::strength).containsExactly(3.5);
        assertThat(found.findings().get(0).evidence())
                .contains("192.0.2.10 is on one.example: sends spam (127.0.0.2)")
                .contains("192.0.2.10 is on two.example: seen in traps (127.0.0.2)");
    }

    @Test
    void aListIsTestedAgainAfterAnHourAndNotBefore() throws Exception {
        dns.zone = WORKS + LISTED;
        check.examine(mail());
        dns.zone = "*.one.example. A 127.0.0.2\n" + WORKS;
        clock.forward(Duration.ofMinutes(59));
        assertThat(check.examine(mail())).isInstanceOf(CheckResult.Found.class);
        clock.forward(Duration.ofMinutes(2));
        assertThat(check.examine(mail())).isEqualTo(new CheckResult.Partial(List.of(), "no use of one.example"));
        dns.zone = WORKS + LISTED;
        clock.forward(Duration.ofMinutes(61));
        assertThat(check.examine(mail())).isInstanceOf(CheckResult.Found.class);
    }

    @Test
    void aListThatRefusesIsNotAskedAgainBeforeItsNextTest() throws Exception {
        dns.zone = WORKS + "10.2.0.192.one.example. A 127.255.255.255\n";
        check.examine(mail());
        dns.zone = WORKS + LISTED;
        CheckResult.Partial partial = (CheckResult.Partial) check.examine(mail());
        assertThat(partial.findings()).extracting(Finding::strength).containsExactly(1.5);
    }

    @Test
    void aListThatWasSilentIsTestedAgainSoon() throws Exception {
        dns.zone = "2.0.0.127.one.example. TXT \"scora-test: servfail\"\n2.0.0.127.two.example. A 127.0.0.2\n";
        assertThat(check.examine(mail())).isInstanceOf(CheckResult.Partial.class);
        dns.zone = WORKS;
        clock.forward(Duration.ofMinutes(2));
        assertThat(check.examine(mail())).isEqualTo(CheckResult.notFound());
    }

    @Test
    void aListThatIsSilentAgainAndAgainIsLeftOut() throws Exception {
        dns.zone = WORKS + "10.2.0.192.one.example. TXT \"scora-test: servfail\"\n";
        for (int i = 0; i < 10; i++) {
            check.examine(mail());
        }
        dns.zone = WORKS;
        assertThat(check.examine(mail())).isInstanceOf(CheckResult.Partial.class);
    }

    @Test
    void withoutListsNobodyIsAskedAndNobodyWaits() throws Exception {
        DnsLists none = new DnsLists(List.of(), dns, PublicSuffixes.bundled(), clock);
        assertThat(none.waits()).isFalse();
        assertThat(none.examine(mail())).isEqualTo(CheckResult.notFound());
    }

    private static IncomingMessage mail() throws Exception {
        return IncomingMessage.read(
                new ByteArrayInputStream(
                        "From: anna@firm.example\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII)),
                new Envelope(
                        Optional.of(InetAddress.getByName("192.0.2.10")),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    /** A zone file whose text may change. */
    private static final class ChangingDns implements Dns {
        private volatile String zone = "";

        private Dns now() {
            return ZoneFileDns.parse("test zone", zone);
        }

        @Override
        public DnsAnswer<String> txt(String name) {
            return now().txt(name);
        }

        @Override
        public DnsAnswer<InetAddress> addresses(String name) {
            return now().addresses(name);
        }

        @Override
        public DnsAnswer<MailExchanger> mx(String name) {
            return now().mx(name);
        }

        @Override
        public DnsAnswer<String> names(InetAddress address) {
            return now().names(address);
        }
    }
}
