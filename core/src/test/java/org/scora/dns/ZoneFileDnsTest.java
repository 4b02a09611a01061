package org.scora.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.net.InetAddresses;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.scora.dns.DnsAnswer.Status;
import org.scora.setting.SettingException;

class ZoneFileDnsTest {
    private final Dns dns = ZoneFileDns.parse("test zone", """
            $ORIGIN example.com.
            @           MX   20 backup
            @           MX   10 mail
            @           TXT  "v=spf1 ip4:192.0.2.1 " "-all"
            mail        A    192.0.2.1
            mail        AAAA 2001:db8::25
            www         CNAME mail
            circle      CNAME circle2
            circle2     CNAME circle
            *.wild      A    192.0.2.9
            down        TXT  "scora-test: servfail"
            a.b.deep    A    192.0.2.7

            $ORIGIN null.example.
            @           MX   0 .

            $ORIGIN 2.0.192.in-addr.arpa.
            1           PTR  mail.example.com.

            $ORIGIN 0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.
            5.2.0.0     PTR  mail.example.com.
            """);

    @Test
    void stringsOfOneTxtRecordAreJoined() {
        assertThat(dns.txt("example.com").records()).containsExactly("v=spf1 ip4:192.0.2.1 -all");
    }

    @Test
    void mailExchangersComeByPreference() {
        assertThat(dns.mx("EXAMPLE.com.").records())
                .containsExactly(
                        new MailExchanger(10, "mail.example.com"), new MailExchanger(20, "backup.example.com"));
    }

    @Test
    void aNullMxHasAnEmptyHost() {
        assertThat(dns.mx("null.example").records()).containsExactly(new MailExchanger(0, ""));
    }

    @Test
    void addressesAreOfBothFamiliesAndFollowAliases() {
        assertThat(dns.addresses("www.example.com").records())
                .containsExactly(InetAddresses.forString("192.0.2.1"), InetAddresses.forString("2001:db8::25"));
    }

    @Test
    void bothFamiliesHaveNames() {
        assertThat(dns.names(InetAddresses.forString("192.0.2.1")).records()).containsExactly("mail.example.com");
        assertThat(dns.names(InetAddresses.forString("2001:db8::25")).records()).containsExactly("mail.example.com");
        assertThat(dns.names(InetAddresses.forString("2001:db8::26")).status()).isEqualTo(Status.NO_SUCH_NAME);
    }

    @Test
    void aStarStandsForNamesThatAreNotWritten() {
        assertThat(dns.addresses("any.name.wild.example.com").records())
                .containsExactly(InetAddresses.forString("192.0.2.9"));
    }

    @Test
    void whatIsNotWrittenDoesNotExist() {
        assertThat(dns.addresses("nowhere.example.com").status()).isEqualTo(Status.NO_SUCH_NAME);
        assertThat(dns.addresses("not a name..").status()).isEqualTo(Status.NO_SUCH_NAME);
        assertThat(dns.txt("x".repeat(300) + ".example").status()).isEqualTo(Status.NO_SUCH_NAME);
    }

    @Test
    void aNameWithOtherRecordsOrWithNamesBelowItHasNoData() {
        assertThat(dns.mx("mail.example.com").status()).isEqualTo(Status.NO_DATA);
        assertThat(dns.addresses("b.deep.example.com").status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void aNameMayFailOnPurpose() {
        assertThat(dns.addresses("down.example.com").status()).isEqualTo(Status.FAILED);
        assertThat(dns.txt("down.example.com").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aliasesThatGoInACircleFail() {
        assertThat(dns.addresses("circle.example.com").status()).isEqualTo(Status.FAILED);
    }

    @Test
    void anErrorNamesTheLine() {
        assertThatThrownBy(() -> ZoneFileDns.parse("demo.zone", "example.com. A 192.0.2.1\nexample.com. A hello\n"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("demo.zone")
                .hasMessageContaining("2");
    }

    @Test
    void aMissingFileIsASettingToCorrect() {
        assertThatThrownBy(() -> ZoneFileDns.read(Path.of("no-such.zone")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("no-such.zone");
    }
}
