package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.Session;
import javax.mail.internet.MimeMessage;
import javax.mail.internet.MimeMultipart;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.demo.SmtpAnswer;
import org.scora.demo.SmtpClient;

/** What is held is told to its owner in a digest, and comes to him when he answers it. */
class DigestIT {
    private static final String GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";
    private static final Pattern RECEIPT = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    @TempDir
    static Path folder;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = TestGateway.prepare(
                        folder,
                        "$TTL 3600\n$ORIGIN example.\npartner TXT \"v=spf1 ip4:127.0.0.1 -all\"\n"
                                + "users TXT \"v=spf1 ip4:127.0.0.1 -all\"\n")
                .withProperty("console.url", "https://quarantine.scora.example")
                .start();
        gateway.scora(
                "domain",
                "add",
                "users.example",
                "--route",
                gateway.sinkRoute(),
                "--accept-any",
                "--admin",
                "boss@users.example");
        gateway.scora("domain", "set", "users.example", "digest", "daily");
        gateway.scora("user", "set", "bob@users.example", "language", "de");
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void twoUsersAreToldWhatIsTheirsAndAnAnswerReleasesIt() throws Exception {
        hold("ann@users.example", "One for Ann");
        hold("ann@users.example", "Another for Ann");
        hold("bob@users.example", "One for Bob");

        assertThat(gateway.scora("digest", "show", "ann@users.example")).contains("One for Ann", "Another for Ann");
        assertThat(gateway.scora("digest", "send", "--all")).contains("2 digests on the way");

        MimeMessage ofAnn = arrived("ann@users.example", 1);
        assertThat(ofAnn.getSubject()).isEqualTo("2 new messages are held for ann@users.example");
        assertThat(header(ofAnn, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(ofAnn, "List-Unsubscribe")).matches("<https://quarantine\\.scora\\.example/l/[a-z2-7]{40}>");
        assertThat(header(ofAnn, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(ofAnn, "References")).startsWith("<digest-");
        assertThat(text(ofAnn)).contains("One for Ann", "Another for Ann").doesNotContain("One for Bob");
        MimeMessage ofBob = arrived("bob@users.example", 1);
        assertThat(ofBob.getSubject()).isEqualTo("1 neue Nachricht wird für bob@users.example zurückgehalten");
        assertThat(text(ofBob)).contains("One for Bob", "Freigeben").doesNotContain("for Ann");

        String address = header(ofAnn, "Reply-To");
        Matcher receipts = RECEIPT.matcher(text(ofAnn));
        assertThat(receipts.find()).isTrue();
        String receipt = receipts.group();
        String answer = receipt.toLowerCase(Locale.ROOT) + ", please\r\n\r\nScora wrote:\r\n"
                + text(ofAnn).replace("\n", "\r\n");

        send("stranger@partner.example", "ann@users.example", address, answer);
        assertThat(text(arrived("ann@users.example", 2))).contains("nothing proves that you wrote it");
        assertThat(held("ann@users.example")).isEqualTo(2);

        send("bob@users.example", "bob@users.example", address, answer);
        send("ann@users.example", "ann@users.example", address, answer);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(gateway.sink().countFor("ann@users.example")).isEqualTo(4));
        List<String> last = gateway.sink().mailsTo("ann@users.example").stream()
                .skip(2)
                .map(mail -> new String(mail.source(), StandardCharsets.ISO_8859_1))
                .toList();
        assertThat(last).anyMatch(mail -> mail.contains(receipt + " is released"));
        assertThat(last).anyMatch(mail -> mail.contains("X-Scora-Released") && mail.contains("for Ann"));
        assertThat(held("ann@users.example"))
                .as("the quoted digest releases nothing")
                .isOne();
        assertThat(gateway.sink().countFor("bob@users.example")).isOne();
        assertThat(gateway.log()).doesNotContain("Exception");
    }

    private static void hold(String recipient, String subject) throws Exception {
        int before = held(recipient);
        send("offers@partner.example", "offers@partner.example", recipient, subject, GTUBE);
        await().until(() -> held(recipient) > before);
    }

    private static int held(String recipient) {
        String list = gateway.scora("quarantine", "search", "--user", recipient, "--state", "held", "--json");
        return list.split("\"receipt\"", -1).length - 1;
    }

    private static void send(String sender, String from, String recipient, String text) throws Exception {
        send(sender, from, recipient, "Re: held", text);
    }

    private static void send(String sender, String from, String recipient, String subject, String text)
            throws Exception {
        String mail = "From: " + from + "\r\nTo: " + recipient + "\r\nSubject: " + subject
                + "\r\nDate: Tue, 24 Nov 2026 08:00:00 +0000\r\nMessage-ID: <" + System.nanoTime()
                + "@partner.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text
                + "\r\n";
        try (SmtpClient client = gateway.client()) {
            SmtpAnswer answer = client.send(sender, recipient, mail.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.code()).as(answer.toString()).isEqualTo(250);
        }
    }

    private static MimeMessage arrived(String recipient, int number) throws Exception {
        await().until(() -> gateway.sink().countFor(recipient) >= number);
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(
                        gateway.sink().mailsTo(recipient).get(number - 1).source()));
    }

    private static String header(MimeMessage mail, String name) throws Exception {
        return mail.getHeader(name, "\n");
    }

    private static String text(MimeMessage mail) throws Exception {
        Object content = mail.getContent();
        Object text =
                content instanceof MimeMultipart parts ? parts.getBodyPart(0).getContent() : content;
        return text.toString().replace("\r\n", "\n");
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }
}
