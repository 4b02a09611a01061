package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.demo.SmtpClient;

/** A finding that the site wrote itself holds wanted mail: it is noticed, told, switched off, and undone. */
class IncidentIT {
    private static final Pattern COMMANDS = Pattern.compile("(?m)^    scora (policy try .*)$");
    private static final int HELD = 8;
    private static final int RELEASED = 5;

    @TempDir
    static Path folder;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = TestGateway.prepare(folder, "sender.example. A 192.0.2.7\n")
                .withProperty("operator.address", "operator@customer.example");
        Files.writeString(
                gateway.home().resolve("conf/findings.tsv"),
                "OWN_INVOICE\t6\tspam\tsubject\tInvoice\tIt is about an invoice.\n");
        gateway.start();
        gateway.scora("domain", "add", "customer.example", "--route", gateway.sinkRoute(), "--accept-any");
        gateway.scora("domain", "set", "customer.example", "administrators", "admin@customer.example");
        gateway.scora("domain", "add", "example.com", "--route", gateway.sinkRoute(), "--accept-any");
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    private static void send(int number) throws IOException {
        String sender = "someone@partner" + number + ".example";
        String message = "From: <" + sender + ">\r\nTo: <user" + number + "@customer.example>\r\n"
                + "Date: Tue, 24 Nov 2026 10:00:00 +0000\r\nMessage-ID: <" + number + "@partner.example>\r\n"
                + "Subject: Invoice " + number + "\r\n\r\nPlease find it in our shop.\r\n";
        try (SmtpClient client = gateway.client()) {
            client.send(sender, "user" + number + "@customer.example", message.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String receiptOf(int number) {
        return gateway.journal("user" + number + "@customer.example")
                .orElseThrow()
                .receipt();
    }

    private static void await(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(assertion);
    }

    private static void awaitOutcome(int number, String outcome) {
        await(() -> assertThat(gateway.outcome("user" + number + "@customer.example"))
                .startsWith(outcome));
    }

    @Test
    void aBrokenFindingIsNoticedToldSwitchedOffAndUndone() throws Exception {
        for (int number = 0; number < HELD; number++) {
            send(number);
        }
        for (int number = 0; number < HELD; number++) {
            awaitOutcome(number, "HELD");
        }
        assertThat(gateway.scora("policy", "try", "--domain", "customer.example", "--off", "OWN_INVOICE"))
                .contains("Newly delivered: " + HELD + ", 0 of them released");
        for (int number = 0; number < RELEASED; number++) {
            gateway.scora("quarantine", "release", receiptOf(number));
        }
        assertThat(gateway.scora("policy", "try", "--domain", "customer.example", "--off", "OWN_INVOICE"))
                .contains("Newly delivered: " + HELD + ", " + RELEASED + " of them released");

        String noticed = gateway.scora("incident", "check");
        assertThat(noticed).contains("OWN_INVOICE holds mail that is wanted, so it is advisory from now on");
        String incident = Pattern.compile("Incident (\\d+)")
                .matcher(noticed)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(gateway.scora("incident", "list")).contains("the finding OWN_INVOICE", "advisory");
        assertThat(gateway.scora("incident", "show", incident)).contains(receiptOf(7), "customer.example");
        assertThat(gateway.scora("status")).contains("Incident " + incident);

        await(() -> {
            assertThat(gateway.sink().countFor("operator@customer.example")).isEqualTo(1);
            assertThat(gateway.sink().countFor("admin@customer.example")).isEqualTo(1);
        });

        send(HELD);
        awaitOutcome(HELD, "DELIVERED");

        assertThat(gateway.scora("incident", "undo", incident, "--dry-run"))
                .contains("Would release " + (HELD - RELEASED) + " messages");
        awaitOutcome(HELD - 1, "HELD");
        gateway.scora("incident", "undo", incident, "--yes");
        for (int number = RELEASED; number < HELD; number++) {
            awaitOutcome(number, "DELIVERED");
        }
        assertThat(gateway.scora("incident", "close", incident, "--trust")).contains("counts again");
        assertThat(gateway.scora("incident", "list")).contains("No incident is open.");
    }

    @Test
    void theHandbooksTrialsAreRun() throws IOException {
        List<String> commands = COMMANDS.matcher(Files.readString(Path.of("docs", "trying-changes.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(commands).hasSizeGreaterThan(3);
        commands.forEach(command -> assertThat(gateway.scora(words(command)))
                .containsPattern("Newly held: 0\\.|\"newlyHeld\":\\{\"total\":0,"));
        assertThat(gateway.refused("policy", "try", "--domain", "exmaple.com", "--off", "DATE_MISSING"))
                .contains("Did you mean 'example.com'?");
    }

    private static String[] words(String command) {
        return Optional.of(command).stream()
                .flatMap(text ->
                        Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(text).results())
                .map(found -> Optional.ofNullable(found.group(1)).orElseGet(() -> found.group(2)))
                .toArray(String[]::new);
    }
}
