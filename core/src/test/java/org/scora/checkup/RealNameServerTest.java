package org.scora.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.Daemon;
import org.scora.LoopbackPorts;
import org.scora.dns.AskedNameServers;
import org.scora.dns.DnsAnswer.Status;
import org.scora.dns.DnsjavaDns;
import org.scora.dns.MailExchanger;
import org.scora.dns.PublishedMx;

/** What is asked of name servers, against a real dnsmasq, where Debian's package dnsmasq-base is installed. */
class RealNameServerTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private Daemon dnsmasq(int port, String... lines) throws Exception {
        Daemon.assumeInstalled("/usr/sbin/dnsmasq");
        Path conf = Files.writeString(folder.resolve("dnsmasq.conf"), String.join("\n", lines) + "\n");
        return Daemon.start(
                folder,
                port,
                "/usr/sbin/dnsmasq",
                "--keep-in-foreground",
                "--conf-file=" + conf,
                "--no-resolv",
                "--no-hosts",
                "--listen-address=127.0.0.1",
                "--bind-interfaces",
                "--port=" + port,
                "--pid-file=" + folder.resolve("pid"),
                "--user=" + System.getProperty("user.name"));
    }

    private static DnsjavaDns dns(int port) {
        return DnsjavaDns.ofServers(List.of("127.0.0.1"), port, TIMEOUT).withoutMemory();
    }

    @Test
    void theNameServersOfAZoneTellMxRecordsAndTheTtlThatWasSet() throws Exception {
        int port = LoopbackPorts.free();
        try (Daemon dnsmasq = dnsmasq(
                port,
                "auth-server=ns1.example.com,lo",
                "auth-zone=example.com,127.0.0.0/8",
                "auth-ttl=7200",
                "host-record=ns1.example.com,127.0.0.1",
                "mx-host=example.com,mx1.gateway.example,5",
                "mx-host=example.com,old.example.com,20")) {
            assertThat(dnsmasq.process().isAlive()).isTrue();
            List<PublishedMx> published = new AskedNameServers(dns(port), port, TIMEOUT).publishedMx("example.com");
            assertThat(published).extracting(PublishedMx::server).containsExactly("ns1.example.com");
            assertThat(published.get(0).answer().records())
                    .containsExactly(
                            new MailExchanger(5, "mx1.gateway.example"), new MailExchanger(20, "old.example.com"));
            assertThat(published.get(0).ttl()).isEqualTo(Duration.ofHours(2));
        }
    }

    @Test
    void aNameServerThatDoesNotServeTheZoneIsSilentAboutIt() throws Exception {
        int port = LoopbackPorts.free();
        try (Daemon dnsmasq = dnsmasq(
                port,
                "host-record=ns1.example.com,127.0.0.1",
                "dns-rr=example.com,2,036e7331076578616d706c6503636f6d00")) {
            assertThat(dnsmasq.process().isAlive()).isTrue();
            assertThat(new AskedNameServers(dns(port), port, TIMEOUT).publishedMx("example.com"))
                    .extracting(each -> each.answer().status())
                    .containsExactly(Status.FAILED);
        }
    }

    @Test
    void aServerThatNeverAnswersIsAFailureInTime() throws Exception {
        Duration little = Duration.ofMillis(200);
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            DnsjavaDns dns = DnsjavaDns.ofServers(List.of("127.0.0.1"), silent.getLocalPort(), little);
            AskedNameServers asked = new AskedNameServers(dns, silent.getLocalPort(), little);
            assertThat(asked.publishedMx("example.com")).isEmpty();
            assertThat(MxView.of("example.com", dns, asked).answer().failed()).isTrue();
        }
    }
}
