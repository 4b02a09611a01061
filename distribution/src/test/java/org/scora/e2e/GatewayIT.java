package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scora.demo.Faithfulness;
import org.scora.demo.Sink;
import org.scora.demo.SinkMail;
import org.scora.demo.SmtpAnswer;
import org.scora.demo.SmtpClient;
import org.scora.policy.Disposition;

/** One gateway from the archive, and what its users see of it: by SMTP, by command, and at the domain's own server. */
class GatewayIT {
    private static final String GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";

    @TempDir
    static Path folder;

    private static TestGateway gateway;
    private static KeyPair key;

    @BeforeAll
    static void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        gateway = TestGateway.prepare(folder, zone())
                .withProperty("operator.address", "operator@example.com")
                .withConf(
                        "mailetcontainer.xml",
                        "<bounceProcessor>bounces</bounceProcessor>",
                        "<bounceProcessor>bounces</bounceProcessor>\n<retryDelays>1s 2s</retryDelays>\n"
                                + "<giveUpAfter>6s</giveUpAfter>")
                .start();
        gateway.scora("domain", "add", "example.com", "--route", gateway.sinkRoute(), "--accept-any");
        gateway.scora(
                "domain", "add", "listed.example", "--route", gateway.sinkRoute(), "--admin", "boss@listed.example");
        gateway.scora("domain", "add", "pending.example", "--route", gateway.sinkRoute(), "--pending");
    }

    private static String zone() {
        String record = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
        return "$TTL 3600\n$ORIGIN example.\n"
                + "partner TXT \"v=spf1 ip4:127.0.0.1 -all\"\n"
                + "s1._domainkey.partner TXT \"" + record.substring(0, 200) + "\" \"" + record.substring(200) + "\"\n"
                + "listed TXT \"v=spf1 ip4:127.0.0.1 -all\"\n";
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @BeforeEach
    void serverOfTheDomainIsUp() {
        gateway.sink().comeUp();
        gateway.sink().turn(Sink.Mood.TAKING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "someone@elsewhere.test",
                "SOMEONE@ELSEWHERE.TEST",
                "someone@elsewhere.test.",
                "@example.com:someone@elsewhere.test",
                "@example.com,@elsewhere.test:someone@elsewhere.test",
                "someone%elsewhere.test@example.com",
                "\"someone@elsewhere.test\"@example.com",
                "\"someone%elsewhere.test\"@example.com",
                "someone@elsewhere.test@example.com",
                "elsewhere.test!someone@example.com",
                "someone@[127.0.0.1]",
                "someone@127.0.0.1",
                "someone@mx.scora.example",
                "someone@sub.example.com",
                "someone@notexample.com",
                "someone",
                "someone@"
            })
    void itIsNoOpenRelay(String recipient) throws Exception {
        for (String sender : List.of("", "sender@partner.example", "someone@example.com")) {
            try (SmtpClient client = gateway.client()) {
                assertThat(client.command("MAIL FROM:<" + sender + ">").positive())
                        .isTrue();
                assertThat(client.command("RCPT TO:<" + recipient + ">").code())
                        .as("%s to %s", sender, recipient)
                        .isBetween(500, 599);
            }
        }
    }

    static Stream<List<String>> refusals() {
        return Stream.of(
                List.of("someone@elsewhere.test", "550 5.7.1"),
                List.of("someone@pending.example", "451 4.3.0"),
                List.of("nobody@listed.example", "550 5.1.1"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void recipientsAreRefusedWithTheCodeOfTheirCase(List<String> recipientAndAnswer) throws Exception {
        try (SmtpClient client = gateway.client()) {
            SmtpAnswer answer =
                    client.send("sender@partner.example", recipientAndAnswer.get(0), mail("Hello", "never read"));
            assertThat(answer.toString()).startsWith(recipientAndAnswer.get(1));
        }
    }

    @Test
    void recipientsAreKnownWhateverTheirCase() throws Exception {
        send("sender@partner.example", "Upper.Case@EXAMPLE.COM", mail("Hello", "Good day"));
        arrived("upper.case@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postmaster", "PostMaster", "postmaster@mx.scora.example"})
    void mailToThePostmasterReachesTheOperator(String recipient) throws Exception {
        int before = gateway.sink().countFor("operator@example.com");
        send("sender@partner.example", recipient, mail("Your gateway", GTUBE));
        await().until(() -> gateway.sink().countFor("operator@example.com") > before);
    }

    @Test
    void aSignedMessageArrivesWithBodyAndSignatureIntact() throws Exception {
        byte[] unsigned =
                mail("Gr\u00fc\u00dfe, raw 8-bit", ".leading dot\r\n\r\ntrailing spaces   \r\n\u00e4\u00f6\u00fc");
        // The signer of the test hashes a field with raw 8-bit bytes wrongly, so the subject is not among the signed
        // ones
        String signature = new DKIMSigner(
                        "v=1; s=s1; d=partner.example; h=from:to:date; a=rsa-sha256; bh=; b=;", key.getPrivate())
                .sign(new ByteArrayInputStream(unsigned));
        byte[] sent = concat((signature + "\r\n").getBytes(StandardCharsets.ISO_8859_1), unsigned);

        send("sender@partner.example", "signed@example.com", sent);

        byte[] received = arrived("signed@example.com");
        assertThat(new Faithfulness("mx.scora.example").unaltered(sent, received, false))
                .isTrue();
        assertThat(latin(received))
                .contains("Authentication-Results: mx.scora.example")
                .contains("dkim=pass");
        List<SignatureRecord> valid = new DKIMVerifier((methods, selector, token) -> List.of("v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(key.getPublic().getEncoded())))
                .verify(new ByteArrayInputStream(received));
        assertThat(valid).hasSize(1);
    }

    @Test
    void recipientsPartAndEachCopyKeepsItsBytes() throws Exception {
        gateway.scora("domain", "exempt", "example.com", "open@example.com");
        byte[] sent = mail("\u00dcbergr\u00f6\u00dfe", GTUBE + "\r\n\u00fc");
        try (SmtpClient client = gateway.client()) {
            client.command("MAIL FROM:<sender@partner.example> BODY=8BITMIME");
            client.command("RCPT TO:<open@example.com>");
            client.command("RCPT TO:<filtered@example.com>");
            client.command("DATA");
            assertThat(client.command(latin(sent) + ".").positive()).isTrue();
        }
        assertUnaltered("relayed", sent, arrived("open@example.com"));

        String receipt = heldReceipt("filtered@example.com");
        assertThat(gateway.sink().countFor("filtered@example.com")).isZero();
        assertThat(gateway.scora("quarantine", "show", receipt))
                .contains("filtered@example.com")
                .contains("spam");
        gateway.scora("quarantine", "release", receipt);
        assertUnaltered("released", sent, arrived("filtered@example.com"));
    }

    @Test
    void forgedHeadersOfOursAreRemoved() throws Exception {
        String forged = "X-Spam-Flag: NO\r\nX-Scora-Id: AAAA-AAAA-AAAA\r\n"
                + "Authentication-Results: mx.scora.example; dkim=pass header.d=bank.example\r\n"
                + "Authentication-Results: other.example; dkim=pass\r\n";
        send(
                "sender@partner.example",
                "forged@example.com",
                concat(forged.getBytes(StandardCharsets.US_ASCII), mail("Hi", "x")));

        String received = latin(arrived("forged@example.com"));
        assertThat(received)
                .doesNotContain("X-Spam-Flag: NO")
                .doesNotContain("AAAA-AAAA-AAAA")
                .doesNotContain("bank.example")
                .contains("Authentication-Results: other.example; dkim=pass")
                .contains("X-Spam-Status: No, score=")
                .containsPattern("X-Scora-Id: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void mailWaitsWhileTheServerOfTheDomainIsDown() throws Exception {
        gateway.sink().goDown();
        send("sender@partner.example", "patient@example.com", mail("Wait", "for me"));
        await().until(() -> journal("patient@example.com").contains("QUEUED"));
        gateway.sink().comeUp();
        arrived("patient@example.com");
        await().until(() -> journal("patient@example.com").contains("DELIVERED"));
    }

    @Test
    void mailBetweenTwoProtectedDomainsOnOneServerIsFilteredLikeAnyOther() throws Exception {
        gateway.scora("domain", "add", "cohosted.example", "--route", gateway.sinkRoute(), "--accept-any");

        send("boss@example.com", "wanted@cohosted.example", mail("Hi", "neighbour"));
        send("boss@example.com", "spammed@cohosted.example", mail("Hi", GTUBE));

        assertThat(latin(arrived("wanted@cohosted.example"))).contains("X-Spam-Status: No, score=");
        assertThat(gateway.scora("quarantine", "show", heldReceipt("spammed@cohosted.example")))
                .contains("spam");
        assertThat(gateway.sink().countFor("spammed@cohosted.example")).isZero();
    }

    @Test
    void whatWaitsIsSeenTriedNowAndDroppedByCommand() throws Exception {
        gateway.scora("domain", "add", "waiting.example", "--route", "127.0.0.1:1", "--accept-any");
        send("sender@partner.example", "first@waiting.example", mail("Wait", "for it"));
        await().until(() -> gateway.scora("queue", "list").contains("waiting.example"));
        assertThat(gateway.scora("queue", "list", "--domain", "waiting.example"))
                .contains("can not be reached");

        gateway.scora("domain", "add", "waiting.example", "--route", gateway.sinkRoute(), "--accept-any");
        gateway.scora("queue", "retry", "--domain", "waiting.example");

        arrived("first@waiting.example");
        await().until(() -> journal("first@waiting.example").contains("DELIVERED"));
    }

    @Test
    void whatIsPutOffTooLongComesBackToTheSender() throws Exception {
        gateway.scora("domain", "add", "listed.example", "--mailboxes", mailboxes("late"));
        gateway.sink().turn(Sink.Mood.PUTTING_OFF);
        send("late@listed.example", "gone@example.com", mail("Late", "too late"));
        await().until(() -> journal("gone@example.com").contains("RETURNED"));
        gateway.sink().turn(Sink.Mood.TAKING);

        String dsn = latin(arrived("late@listed.example"));
        assertThat(gateway.sink().mailsTo("late@listed.example").get(0).sender())
                .isEmpty();
        assertThat(dsn)
                .contains("multipart/report")
                .contains("message/delivery-status")
                .contains("gone@example.com")
                .containsIgnoringCase("Action: failed");
    }

    @Test
    void aMessageThatGoesInCirclesIsNotRelayed() throws Exception {
        String received = "Received: from a.example by b.example; Tue, 24 Nov 2026 08:00:00 +0000\r\n".repeat(120);
        send(
                "",
                "circle@example.com",
                concat(received.getBytes(StandardCharsets.US_ASCII), mail("Round", "and round")));
        await().until(() -> journal("circle@example.com").contains("RETURNED"));
        assertThat(gateway.sink().countFor("circle@example.com")).isZero();
    }

    static Stream<byte[]> brokenMails() {
        String deep = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n".repeat(500) + "\r\nend\r\n";
        String wide =
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(50_000) + "--b--\r\n";
        return Stream.of(
                        "\r\n",
                        "no header at all, and no colon\r\n",
                        "Subject: long" + ("\r\n " + "a".repeat(500_000)).repeat(20) + "\r\n\r\nlong\r\n",
                        deep,
                        wide,
                        "Subject: nul\u0000nul\r\n\r\n\u0000\u0000\r\n",
                        "Subject: x\r\nContent-Type: text/plain; charset=no-such-thing\r\n\r\n\u00ff\u00fe\r\n",
                        "From: <<<@@>>, ,;:\r\nTo: (((\r\nSubject: =?x?y?z?=\r\n\r\nx\r\n",
                        "Content-Type: multipart/mixed; boundary=\"" + "b".repeat(10_000) + "\"\r\n\r\n--b\r\n\r\n",
                        "Content-Type: text/html\r\n\r\n" + "<div>".repeat(200_000) + "\r\n",
                        "Content-Type: text/html\r\n\r\n" + "<a href=http://x.example/>y</a>\r\n".repeat(100_000)
                                + "\r\n")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void brokenAndHostileMailIsNeitherLostNorAltered() throws Exception {
        List<byte[]> mails = brokenMails().toList();
        for (int i = 0; i < mails.size(); i++) {
            try (SmtpClient client = gateway.client()) {
                SmtpAnswer answer = client.send("sender@partner.example", "broken" + i + "@example.com", mails.get(i));
                assertThat(answer.code()).as("mail %d: %s", i, answer).isEqualTo(250);
            }
        }
        for (int i = 0; i < mails.size(); i++) {
            String recipient = "broken" + i + "@example.com";
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> gateway.sink().countFor(recipient) > 0
                            || journal(recipient).contains("HELD"));
            if (gateway.sink().countFor(recipient) > 0 && i > 1) {
                boolean flagged = gateway.journal(recipient).orElseThrow().disposition() == Disposition.FLAG_SUBJECT;
                assertUnaltered("mail " + i, mails.get(i), arrived(recipient), flagged);
            }
        }
    }

    @Test
    void theLargestMailWaitsForAServerThatIsBusyWithinTheShippedHeap() throws Exception {
        byte[] large = mail("Large", "0123456789abcdef".repeat(4).concat("\r\n").repeat(350_000));
        gateway.sink().turn(Sink.Mood.PUTTING_OFF);
        send("sender@partner.example", "large@example.com", large);
        await().until(() -> journal("large@example.com").contains("attempt"));
        gateway.sink().turn(Sink.Mood.TAKING);
        assertUnaltered("large", large, arrived("large@example.com"));
    }

    @Test
    void aHeaderOfMoreLinesThanAnyProgramWritesIsRefused() throws Exception {
        byte[] mail = concat("X: y\r\n".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII), mail("Hi", "x"));
        try (SmtpClient client = gateway.client()) {
            assertThat(client.send("sender@partner.example", "fields@example.com", mail)
                            .toString())
                    .startsWith("552 5.3.4");
            assertThat(client.send("sender@partner.example", "fields@example.com", mail("Hi", "x"))
                            .code())
                    .as("the next mail of the session")
                    .isEqualTo(250);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\rX-Evil: 1", "a\u0000b", "<script>", "two words"})
    void aGreetingThatIsNoNameIsRefused(String name) throws Exception {
        try (SmtpClient client = gateway.client()) {
            assertThat(client.command("HELO " + name).code()).isBetween(500, 599);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIZE=abc | 501 5.5.4",
                "SIZE=-1 | 501 5.5.4",
                "SIZE= | 501 5.5.4",
                "SIZE | 501 5.5.4",
                "SIZE=123456789012345678901 | 501 5.5.4",
                "SIZE=99999999999999999999 | 552 5.3.4",
                "SIZE=26214401 | 552 5.3.4",
                "SIZE=26214400 | 250",
                "BODY=BINARYMIME | 501 5.5.4",
                "body=8bitmime size=1000 | 250",
                "FOO=BAR | 555 5.5.4",
                "SIZE=1 FOO | 555 5.5.4",
                "RET=FULL RET=HDRS | 501 5.5.4",
                "SIZE=1 size=2 | 501 5.5.4"
            })
    void parametersOfMailAreTakenOrRefusedWithTheirCode(String parameters, String answer) throws Exception {
        try (SmtpClient client = gateway.client()) {
            assertThat(client.command("MAIL FROM:<sender@partner.example> " + parameters)
                            .toString())
                    .startsWith(answer);
            client.command("RSET");
            assertThat(client.command("MAIL FROM:<sender@partner.example>").code())
                    .isEqualTo(250);
        }
    }

    @Test
    void startTlsThatIsNotOfferedIsAnUnknownCommandAndNoMore() throws Exception {
        try (SmtpClient client = gateway.client()) {
            assertThat(client.command("STARTTLS").code()).isEqualTo(500);
            assertThat(client.command("STARTTLS\r\nNOOP").code()).isEqualTo(500);
            assertThat(client.command("NOOP").code()).as("NOOP from before").isEqualTo(250);
        }
    }

    @Test
    void recipientsBeyondAThousandArePutOffAndTheMessageIsTakenForTheOthers() throws Exception {
        try (SmtpClient client = gateway.client()) {
            client.command("MAIL FROM:<sender@partner.example>");
            for (int i = 1; i <= 1000; i++) {
                assertThat(client.command("RCPT TO:<many" + i + "@example.com>").code())
                        .isEqualTo(250);
            }
            assertThat(client.command("RCPT TO:<many1001@example.com>").code()).isEqualTo(452);
        }
    }

    @Test
    void whoGivesTooManyCommandsThatThereAreNoneOfIsCutOff() throws Exception {
        try (SmtpClient client = gateway.client()) {
            for (int i = 1; i <= 20; i++) {
                assertThat(client.command("GET / HTTP/1.1").code()).isEqualTo(500);
            }
            assertThat(client.command("GET / HTTP/1.1").code()).isEqualTo(521);
            assertThatThrownBy(() -> client.command("NOOP")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void connectionsThatBreakLeaveNoErrorInTheLog() throws Exception {
        int before = gateway.log().length();
        for (String said :
                List.of("", "EHLO a.example\r\n", "MAIL FROM:<a@partner.example>\r\nRCPT TO:<x@example.com>\r\n")) {
            try (Socket socket = new Socket("127.0.0.1", gateway.server().smtpPort())) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
            }
        }
        try (Socket socket = new Socket("127.0.0.1", gateway.server().smtpPort())) {
            socket.setSoLinger(true, 0);
            socket.getInputStream().read();
        }
        send("sender@partner.example", "afterwards@example.com", mail("Hello", "Good day"));
        arrived("afterwards@example.com");
        assertThat(gateway.log().substring(before)).doesNotContain("ERROR").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.scora.example", "MX.Scora.Example"})
    void theGatewaysOwnNameIsNoDomainToProtect(String name) {
        assertThat(gateway.refused("domain", "add", name, "--route", gateway.sinkRoute(), "--accept-any"))
                .contains("This gateway itself is named mx.scora.example");
    }

    @Test
    void theAdministratorGetsTheReportByCommandAndByMail() throws Exception {
        gateway.scora("report", "send", "listed.example");
        String report = latin(mailWith("boss@listed.example", "Auto-Submitted: auto-generated"));
        assertThat(report).contains("Auto-Submitted: auto-generated").contains("multipart/alternative");

        int before = gateway.sink().countFor("boss@listed.example");
        send("boss@listed.example", "report@mx.scora.example", mail("last 7 days listed.example", "please"));
        await().until(() -> gateway.sink().countFor("boss@listed.example") > before);
    }

    @Test
    void whoForwardsUnwantedMailTeachesTheFilterAndIsAnswered() throws Exception {
        gateway.scora("domain", "mailboxes", "import", "listed.example", mailboxes("boss", "colleague"));
        send("sender@partner.example", "boss@listed.example", mail("A garden house for you", "Click and win"));
        byte[] delivered = mailWith("boss@listed.example", "Subject: A garden house for you");

        send("colleague@listed.example", "spam@mx.scora.example", forwarding(delivered));
        assertThat(latin(mailWith("colleague@listed.example", "Your report of unwanted mail")))
                .contains("does not know the message as one that came to you");
        send("boss@listed.example", "spam@mx.scora.example", forwarding(delivered));
        assertThat(latin(mailWith("boss@listed.example", "Your report of unwanted mail")))
                .contains("The filter learned that it is unwanted")
                .contains("Auto-Submitted: auto-replied");
        assertThat(gateway.scora("learn", "log"))
                .contains("boss@listed.example")
                .contains("A garden house for you");
    }

    @Test
    void whoCanNotProveWhoHeIsTeachesNothingAndGetsNoAnswer() throws Exception {
        send("sender@partner.example", "anybody@example.com", mail("Your invoice", "as agreed"));
        byte[] delivered = mailWith("anybody@example.com", "Subject: Your invoice");
        int lines = gateway.log().length();

        send("anybody@example.com", "spam@mx.scora.example", forwarding(delivered));

        await().until(() -> gateway.log().substring(lines).contains("without proof of who it is from"));
        assertThat(gateway.scora("learn", "log")).doesNotContain("Your invoice");
        assertThat(gateway.sink().mailsTo("anybody@example.com")).hasSize(1);
    }

    private static byte[] forwarding(byte[] original) {
        return ("Subject: Fwd: look\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nI did not want this.\r\n"
                        + "--b\r\nContent-Type: message/rfc822\r\n\r\n" + latin(original) + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] mailWith(String recipient, String text) {
        return await().until(
                        () -> gateway.sink().mailsTo(recipient).stream()
                                .map(SinkMail::source)
                                .filter(source -> latin(source).contains(text))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthcheck", "/domains", "/mailRepositories", "/scora/domains", "/metrics", "/"})
    void theAdminApiAsksForTheToken(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + gateway.server().adminPort() + path);
        for (HttpRequest request : List.of(
                HttpRequest.newBuilder(uri).build(),
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + "0".repeat(64))
                        .build())) {
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theStatusPageIsThere() throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + gateway.server().consolePort() + "/");
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                        .body())
                .contains("mx.scora.example");
    }

    private static void send(String sender, String recipient, byte[] mail) throws Exception {
        try (SmtpClient client = gateway.client()) {
            SmtpAnswer answer = client.send(sender, recipient, mail);
            assertThat(answer.code()).as(answer.toString()).isEqualTo(250);
        }
    }

    private static String mailboxes(String... names) throws Exception {
        return Files.write(folder.resolve("mailboxes.txt"), List.of(names)).toString();
    }

    private static byte[] arrived(String recipient) {
        await().until(() -> gateway.sink().countFor(recipient) > 0);
        return gateway.sink().mailsTo(recipient).get(0).source();
    }

    private static String journal(String recipient) {
        return gateway.outcome(recipient);
    }

    private static String heldReceipt(String recipient) {
        await().until(() -> gateway.scora("quarantine", "list", "--json").contains(recipient));
        String list = gateway.scora("quarantine", "list", "--json");
        int at = list.lastIndexOf("\"receipt\"", list.indexOf(recipient));
        return list.substring(at).replaceAll("(?s)\"receipt\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private static void assertUnaltered(String name, byte[] sent, byte[] received) {
        assertUnaltered(name, sent, received, false);
    }

    private static void assertUnaltered(String name, byte[] sent, byte[] received, boolean flagged) {
        assertThat(new Faithfulness("mx.scora.example").unaltered(sent, received, flagged))
                .as(name)
                .isTrue();
    }

    private static byte[] mail(String subject, String body) {
        return ("From: Sender <sender@partner.example>\r\nTo: Someone <someone@example.com>\r\nSubject: " + subject
                        + "\r\nDate: Tue, 24 Nov 2026 08:00:00 +0000\r\nMessage-ID: <1@partner.example>\r\n\r\n" + body
                        + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }
}
