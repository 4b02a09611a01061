package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scora.LoopbackPorts;
import org.scora.console.command.AdminClient;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;

/** What a gateway from the archive refuses before it takes it, asked by clients from elsewhere, as a proxy reports them. */
class PreFiltersIT {
    private static final Pattern DIALOGUE = Pattern.compile("```smtp\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RECEIPT = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final int MIB = 1024 * 1024;

    @TempDir
    static Path folder;

    private static TestGateway gateway;
    private static int proxiedPort;

    @BeforeAll
    static void start() throws Exception {
        gateway = TestGateway.prepare(folder, """
                        $ORIGIN example.
                        sender          MX 10 mail.sender
                        no-mail         MX 0 .
                        silent          TXT "scora-test: servfail"
                        2.0.0.127.bl    A 127.0.0.2
                        66.113.0.203.bl A 127.0.0.2
                        """)
                .withProperty("refusal.contact", "https://gateway.example/refused")
                .withProperty("door.trusted-networks", "10.0.0.0/8")
                .withProperty("door.unknown-recipients-per-hour", "10");
        Files.writeString(gateway.home().resolve("conf/dnslists.tsv"), """
                zone	asks	answers	points	listed	meaning
                bl.example	client	127.0.0.2	2	standard	a known source of spam
                """);
        proxiedPort = LoopbackPorts.free();
        addProxiedListener(gateway.home().resolve("conf/smtpserver.xml"));
        gateway.start();
        gateway.scora("domain", "add", "customer.example", "--route", gateway.sinkRoute());
        Path mailboxes = Files.writeString(folder.resolve("mailboxes.txt"), "bob\n");
        gateway.scora("domain", "mailboxes", "import", "customer.example", mailboxes.toString());
        gateway.scora("domain", "add", "any.example", "--route", gateway.sinkRoute(), "--accept-any");
        gateway.scora("domain", "set", "customer.example", "refuseDnsListed", "bl.example");
        gateway.scora("domain", "set", "customer.example", "maxMessageMiB", "1");
    }

    /** A second listener, to which a proxy says where clients come from. */
    private static void addProxiedListener(Path file) throws IOException {
        String xml = Files.readString(file);
        String listener = xml.substring(xml.indexOf("<smtpserver "), xml.indexOf("</smtpservers>"))
                .replace("<jmxName>smtp<", "<jmxName>smtp-proxied<")
                .replace("${sys:scora.smtp.bind}", "127.0.0.1:" + proxiedPort)
                .replace("<handlerchain>", "<proxyRequired>true</proxyRequired>\n<handlerchain>");
        Files.writeString(file, xml.replace("</smtpservers>", listener + "</smtpservers>"));
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    static Stream<List<String>> dialoguesOfTheHandbook() throws IOException {
        return DIALOGUE.matcher(Files.readString(Path.of("docs", "pre-filters.md")))
                .results()
                .map((MatchResult found) -> found.group(1).lines().toList());
    }

    @ParameterizedTest
    @MethodSource("dialoguesOfTheHandbook")
    void theHandbookTellsWhatIsAnswered(List<String> dialogue) throws Exception {
        String[] connect = dialogue.get(0).split(" ");
        try (ProxiedClient client = ProxiedClient.connect(proxiedPort, connect[1])) {
            assertThat(client.command("EHLO " + connect[3])).startsWith("250 ");
            String answer = "";
            for (String line : dialogue.subList(1, dialogue.size())) {
                String text = line.substring("C: ".length());
                if (line.startsWith("C: ")) {
                    answer = client.command(text);
                } else {
                    assertThat(withoutReceipt(answer)).isEqualTo(withoutReceipt(text));
                }
            }
        }
    }

    private static String withoutReceipt(String answer) {
        return RECEIPT.matcher(answer).replaceAll("RECEIPT");
    }

    @Test
    void theReceiptOfARefusalFindsItInTheJournal() throws Exception {
        try (ProxiedClient client = ProxiedClient.connect(proxiedPort, "198.51.100.7")) {
            client.command("EHLO mail.sender.example");
            client.command("MAIL FROM:<ann@sender.example>");
            String receipt = RECEIPT.matcher(client.command("RCPT TO:<Nobody@customer.example>"))
                    .results()
                    .map(MatchResult::group)
                    .findFirst()
                    .orElseThrow();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> gateway.journal("nobody@customer.example")
                            .filter(line -> line.receipt().equals(receipt))
                            .isPresent());
            JournalLine[] lines = new AdminClient(gateway.home().resolve("var"))
                    .get("/scora/journal/" + receipt)
                    .as(JournalLine[].class);
            assertThat(lines).hasSize(1);
            assertThat(lines[0].outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(lines[0].clientAddress()).contains("198.51.100.7");
            assertThat(lines[0].detail()).isEqualTo("answered 550 5.1.1, greeted as mail.sender.example");
        }
    }

    @Test
    void whatIsRefusedBesideTheHooksHasAReceiptToo() throws Exception {
        try (ProxiedClient client = ProxiedClient.connect(proxiedPort, "198.51.100.9")) {
            client.command("EHLO mail.sender.example");
            assertThat(client.command("MAIL FROM:<ann@sender.example> WHAT=EVER"))
                    .matches("555 5\\.5\\.4 .*\\. Receipt " + RECEIPT + ", help: https://gateway.example/refused");
        }
    }

    @Test
    void tenHarvestersAtATimeAreBlockedAndOthersAreServed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<String>> harvesters = new ArrayList<>();
            for (int number = 1; number <= 10; number++) {
                String address = "192.0.2." + number;
                harvesters.add(threads.submit(() -> lastAnswerToThreeGuesses(address)));
            }
            for (Future<String> harvester : harvesters) {
                assertThat(harvester.get()).matches("(550 5\\.1\\.1|421 4\\.7\\.1) .*");
            }
        } finally {
            threads.shutdown();
        }
        try (ProxiedClient client = ProxiedClient.connect(proxiedPort, "192.0.2.99")) {
            assertThat(client.command("EHLO mail.sender.example")).startsWith("421 4.7.1 ");
            assertThat(client.isClosedByServer()).isTrue();
        }
        try (ProxiedClient client = ProxiedClient.connect(proxiedPort, "192.0.3.1")) {
            assertThat(client.command("EHLO mail.sender.example")).startsWith("250 ");
        }
    }

    private static String lastAnswerToThreeGuesses(String address) throws IOException {
        try (ProxiedClient client = ProxiedClient.connect(proxiedPort, address)) {
            String answer = client.command("EHLO mail.sender.example");
            if (answer.startsWith("250 ")) {
                answer = client.command("MAIL FROM:<ann@sender.example>");
            }
            for (int guess = 1; guess <= 3 && !answer.startsWith("421"); guess++) {
                answer = client.command("RCPT TO:<guess" + guess + "@customer.example>");
            }
            return answer;
        }
    }

    @Test
    void whoSpeaksBeforeTheGreetingIsRefused() throws Exception {
        try (ProxiedClient client = ProxiedClient.withoutProxy(gateway.server().smtpPort())) {
            assertThat(client.command("EHLO in.a.hurry.example"))
                    .matches("554 5\\.5\\.0 You spoke before .* Receipt .*");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aMessageThatTurnsOutTooLargeIsRefusedForAllItsRecipients() throws Exception {
        assertThat(afterData("RCPT TO:<bob@customer.example>", 2 * MIB))
                .startsWith("552 5.3.4 The message is larger than the 1 MiB that the recipient takes. Receipt ");
        assertThat(afterData("RCPT TO:<ann@any.example>", 2 * MIB)).startsWith("250 ");
        assertThat(afterData("RCPT TO:<ann@any.example>", 26 * MIB))
                .startsWith("552 5.3.4 ")
                .contains(". Receipt ");
    }

    private static String afterData(String recipient, int octets) throws IOException {
        try (ProxiedClient client = ProxiedClient.connect(proxiedPort, "198.51.100.8")) {
            client.command("EHLO mail.sender.example");
            client.command("MAIL FROM:<ann@sender.example>");
            assertThat(client.command(recipient)).startsWith("250 ");
            client.command("DATA");
            client.say("Subject: large\r\n\r\n" + ("x".repeat(998) + "\r\n").repeat(octets / 1000));
            return client.command(".");
        }
    }
}
