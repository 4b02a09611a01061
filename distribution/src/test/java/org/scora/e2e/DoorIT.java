package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.demo.Faithfulness;
import org.scora.demo.SmtpAnswer;
import org.scora.demo.SmtpClient;

/** What is refused, put off and taken at the door of a gateway from the archive, with a virus scanner that may be slow. */
class DoorIT {
    private static final String GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
    private static final String ZONE = """
            $TTL 3600
            $ORIGIN example.
            partner      TXT "v=spf1 ip4:127.0.0.1 -all"
            strict       TXT "v=spf1 ip4:127.0.0.1 -all"
            bank         TXT "v=spf1 ip4:192.0.2.1 -all"
            _dmarc.bank  TXT "v=DMARC1; p=reject"
            """;

    @TempDir
    static Path folder;

    private static Clamd clamd;
    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        clamd = new Clamd();
        gateway = TestGateway.prepare(folder, ZONE)
                .withProperty("scanner.clamav", "127.0.0.1:" + clamd.port())
                .withConf("smtpserver.xml", "<seconds>8</seconds>", "<seconds>2</seconds>")
                .start();
        protect("strict.example", "spamRefuse", "normal");
        protect("forged.example", "dmarcReject", "refuse");
        protect("ruled.example", "spfFail", "refuse");
        protect("grey.example", "greylist", "true");
        protect("mild.example", "spamQuarantine", "normal");
    }

    private static void protect(String domain, String setting, String value) {
        gateway.scora("domain", "add", domain, "--route", gateway.sinkRoute(), "--accept-any");
        gateway.scora("domain", "set", domain, setting, value);
    }

    @AfterAll
    static void stop() throws IOException {
        if (gateway != null) {
            gateway.close();
        }
        clamd.close();
    }

    @Test
    void spamIsRefusedSoThatItsSenderHearsOfItAndNobodyElse() throws Exception {
        SmtpAnswer answer = send("sender@partner.example", "refuses@strict.example", mail("partner.example", GTUBE));

        assertThat(answer.toString()).startsWith("550 5.7.1 ");
        assertThat(gateway.scora("queue", "list")).doesNotContain("strict.example");
        assertThat(gateway.scora("quarantine", "list", "--json")).doesNotContain("refuses@strict.example");
        assertThat(gateway.sink().countFor("sender@partner.example")).isZero();
    }

    @Test
    void wantedMailPassesUnalteredAndIsScoredOnce() throws Exception {
        byte[] sent = mail("partner.example", "Gr\u00fc\u00dfe\r\n.a dot");

        assertThat(send("sender@partner.example", "wants@strict.example", sent).code())
                .isEqualTo(250);

        byte[] received = arrived("wants@strict.example");
        assertThat(new Faithfulness("mx.scora.example").unaltered(sent, received, false))
                .isTrue();
        String text = new String(received, StandardCharsets.ISO_8859_1);
        String receipt = text.replaceAll("(?s).*X-Scora-Id: (\\S+).*", "$1");
        assertThat(text).contains("X-Spam-Status: No, score=").contains("spf=pass");
        assertThat(gateway.log().lines().filter(line -> line.contains(receipt + " scored ")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("at the door: taken"));
    }

    @Test
    void aMessageThatSomebodyWantsIsTakenAndHeldForTheOthers() throws Exception {
        gateway.scora("domain", "exempt", "strict.example", "open@strict.example");
        try (SmtpClient client = gateway.client()) {
            client.command("MAIL FROM:<sender@partner.example>");
            client.command("RCPT TO:<open@strict.example>");
            client.command("RCPT TO:<closed@strict.example>");
            client.command("DATA");
            String text = new String(mail("partner.example", GTUBE), StandardCharsets.ISO_8859_1);
            assertThat(client.command(text + ".").code()).isEqualTo(250);
        }

        arrived("open@strict.example");
        await().until(() -> gateway.scora("quarantine", "list", "--json").contains("closed@strict.example"));
        assertThat(gateway.sink().countFor("closed@strict.example")).isZero();
        assertThat(gateway.sink().countFor("sender@partner.example"))
                .as("bounces")
                .isZero();
    }

    @Test
    void whoWritesInTheNameOfABankIsRefusedWhereTheDomainWantsWhatTheBankWants() throws Exception {
        byte[] forged = mail("bank.example", "Dear customer");

        assertThat(send("x@elsewhere.example", "ann@forged.example", forged).toString())
                .startsWith("550 5.7.26 ");
        assertThat(send("x@elsewhere.example", "ann@mild.example", forged).code())
                .isEqualTo(250);
    }

    @Test
    void whatTheSendersDomainRulesOutIsRefusedWhereTheDomainWantsIt() throws Exception {
        byte[] mail = mail("elsewhere.example", "Hello");

        assertThat(send("x@bank.example", "ann@ruled.example", mail).toString()).startsWith("550 5.7.23 ");
        assertThat(send("x@partner.example", "ann@ruled.example", mail).code()).isEqualTo(250);
        assertThat(send("x@bank.example", "postmaster@ruled.example", mail).code())
                .isEqualTo(250);
    }

    @Test
    void strangersAreAskedToComeAgainButNotWhoWritesToThePostmasterAndNotBounces() throws Exception {
        byte[] mail = mail("partner.example", "Hello");

        assertThat(send("stranger@elsewhere.example", "ann@grey.example", mail).toString())
                .startsWith("450 4.7.1 ")
                .contains("in a minute. Receipt ");
        assertThat(send("stranger@elsewhere.example", "postmaster@grey.example", mail)
                        .code())
                .isEqualTo(250);
        assertThat(send("", "ann@grey.example", mail).code()).isEqualTo(250);
    }

    @Test
    void whomPeopleHaveWrittenToIsNotAskedToComeAgain() throws Exception {
        protect("partner.example", "spamQuarantine", "normal");
        protect("greyer.example", "greylist", "true");
        send("ann@strict.example", "joe@partner.example", mail("strict.example", "Hello Joe"));
        arrived("joe@partner.example");
        gateway.scora("domain", "set", "strict.example", "greylist", "true");

        await().until(() -> send("joe@partner.example", "ann@strict.example", mail("partner.example", "Hello Ann"))
                        .code()
                == 250);
        assertThat(send("jack@partner.example", "ann@greyer.example", mail("partner.example", "Hello"))
                        .code())
                .isEqualTo(450);
        gateway.scora("domain", "unset", "strict.example", "greylist");
    }

    @Test
    void withAScannerThatNeverAnswersMailIsTakenInTimeAndJudgedLater() throws Exception {
        clamd.fallSilent(true);
        try {
            SmtpAnswer answer = send("sender@partner.example", "slow@strict.example", mail("partner.example", GTUBE));
            assertThat(answer.code()).isEqualTo(250);
        } finally {
            clamd.fallSilent(false);
        }

        await().until(() -> gateway.scora("quarantine", "list", "--json").contains("slow@strict.example"));
        assertThat(gateway.log()).contains("scoring at the door: left out, since it took longer than 2000 ms");
    }

    @Test
    void whatWasAnswered250OutlivesThePowerCut() throws Exception {
        assertThat(send("sender@partner.example", "safe@strict.example", mail("partner.example", "Hello"))
                        .code())
                .isEqualTo(250);

        gateway.kill();
        gateway.start();

        arrived("safe@strict.example");
    }

    private static SmtpAnswer send(String sender, String recipient, byte[] mail) throws IOException {
        try (SmtpClient client = gateway.client()) {
            return client.send(sender, recipient, mail);
        }
    }

    private static byte[] arrived(String recipient) {
        await().until(() -> gateway.sink().countFor(recipient) > 0);
        return gateway.sink().mailsTo(recipient).get(0).source();
    }

    private static byte[] mail(String fromDomain, String body) {
        return ("From: Sender <sender@" + fromDomain + ">\r\nTo: Someone <someone@example.com>\r\nSubject: Hello"
                        + "\r\nDate: Tue, 24 Nov 2026 08:00:00 +0000\r\nMessage-ID: <1@" + fromDomain + ">\r\n\r\n"
                        + body
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }

    /** Finds everything clean, as clamd says it (INSTREAM), until it falls silent. */
    private static final class Clamd implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private volatile boolean silent;

        Clamd() throws IOException {
            daemon(this::serve);
        }

        int port() {
            return listening.getLocalPort();
        }

        void fallSilent(boolean now) {
            silent = now;
        }

        private void serve() {
            try {
                while (true) {
                    Socket client = listening.accept();
                    daemon(() -> answer(client));
                }
            } catch (IOException e) {
                // It is closed: the test is over.
            }
        }

        private void answer(Socket client) {
            try (client) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                in.skipNBytes("zINSTREAM\0".length());
                for (int size = in.readInt(); size > 0; size = in.readInt()) {
                    in.skipNBytes(size);
                }
                if (silent) {
                    in.readAllBytes();
                } else {
                    client.getOutputStream().write("stream: OK\0".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // The gateway gave up waiting.
            }
        }

        private static void daemon(Runnable work) {
            Thread thread = new Thread(work, "clamd-of-the-test");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
