package org.scora.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scora.dns.DnsAnswer.Status;
import org.scora.setting.SettingException;

/** Against a name server that really listens on loopback. */
class DnsjavaDnsTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final ZoneFileDns ZONE = ZoneFileDns.parse("test zone", """
            example.com.       MX   20 backup.example.com.
            example.com.       MX   10 mail.example.com.
            example.com.       TXT  "v=spf1 " "-all"
            mail.example.com.  A    192.0.2.1
            mail.example.com.  AAAA 2001:db8::25
            www.example.com.   CNAME mail.example.com.
            down.example.com.  TXT  "scora-test: servfail"
            1.2.0.192.in-addr.arpa. PTR mail.example.com.
            """);

    @Test
    void aNameServerIsAskedForRecordsOfEveryKind() throws Exception {
        try (ZoneServer server = new ZoneServer(ZONE)) {
            Dns dns = DnsjavaDns.ofServers(List.of("127.0.0.1"), server.port(), PLENTY);
            assertThat(dns.txt("example.com").records()).containsExactly("v=spf1 -all");
            assertThat(dns.mx("example.com").records())
                    .extracting(MailExchanger::host)
                    .containsExactly("mail.example.com", "backup.example.com");
            assertThat(dns.addresses("www.example.com").records())
                    .containsExactly(InetAddresses.forString("192.0.2.1"), InetAddresses.forString("2001:db8::25"));
            assertThat(dns.names(InetAddresses.forString("192.0.2.1")).records())
                    .containsExactly("mail.example.com");
        }
    }

    @Test
    void noSuchNameNoDataAndFailureAreToldApart() throws Exception {
        try (ZoneServer server = new ZoneServer(ZONE)) {
            Dns dns = DnsjavaDns.ofServers(List.of("127.0.0.1"), server.port(), PLENTY);
            assertThat(dns.txt("nowhere.example.com").status()).isEqualTo(Status.NO_SUCH_NAME);
            assertThat(dns.txt("mail.example.com").status()).isEqualTo(Status.NO_DATA);
            assertThat(dns.txt("down.example.com").status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void aServerThatKeepsSilentIsAFailure() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Dns dns = DnsjavaDns.ofServers(List.of("127.0.0.1"), silent.getLocalPort(), Duration.ofMillis(50));
            assertThat(dns.txt("example.com").status()).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void anAnswerIsKept() throws Exception {
        try (ZoneServer server = new ZoneServer(ZONE)) {
            Dns dns = DnsjavaDns.ofServers(List.of("127.0.0.1"), server.port(), PLENTY);
            dns.txt("example.com");
            dns.txt("example.com");
            assertThat(server.questions()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownServerIsASettingToCorrect() {
        assertThatThrownBy(() -> DnsjavaDns.ofServers(List.of("no server.invalid"), 53, PLENTY))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("no server.invalid");
    }
}
