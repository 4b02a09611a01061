package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.command.AdminClient;
import org.scora.demo.SmtpClient;

/** A mail that ends the process whenever it is worked on, and others that are in work beside it. */
class DeadlyMailIT {
    @TempDir
    Path folder;

    @Test
    void aMailThatAlwaysEndsTheProcessIsKeptForTheOperatorAndTheOthersArrive() throws Exception {
        try (TestGateway gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")
                .withClass(Deadly.class)
                .withConf(
                        "mailetcontainer.xml",
                        "<mailet match=\"All\" class=\"Score\"/>",
                        "<mailet match=\"All\" class=\"org.scora.e2e.Deadly\"/>\n"
                                + "<mailet match=\"All\" class=\"Score\"/>")
                .start()) {
            gateway.scora("domain", "add", "example.com", "--route", gateway.sinkRoute(), "--accept-any");
            for (int i = 1; i <= Deadly.INNOCENTS; i++) {
                assertThat(send(gateway, innocent(i))).isEqualTo(250);
            }
            sendDeadly(gateway);
            gateway.awaitEnd();

            gateway.launch().awaitEnd();
            gateway.launch().awaitEnd();

            gateway.start();
            await().until(() -> gateway.outcome("deadly@example.com").startsWith("FAILED"));
            assertThat(gateway.outcome("deadly@example.com")).contains("ended twice");
            for (int i = 1; i <= Deadly.INNOCENTS; i++) {
                String recipient = innocent(i);
                await().until(() -> gateway.sink().countFor(recipient) > 0);
            }
            assertThat(new AdminClient(gateway.home().resolve("var"))
                            .get("/mailRepositories/errors%2F/mails")
                            .as(String[].class))
                    .as("mails kept for the operator")
                    .hasSize(1);
            assertThat(gateway.log()).containsPattern("mail \\S+ is kept in scora://errors");
        }
    }

    private static String innocent(int number) {
        return "innocent" + number + "@example.com";
    }

    private static void sendDeadly(TestGateway gateway) {
        try {
            send(gateway, "deadly@example.com");
        } catch (IOException e) {
            // The gateway may be dead before its 250 is here: the mail is on disk then all the same.
        }
    }

    private static int send(TestGateway gateway, String recipient) throws IOException {
        byte[] message = ("From: <sender@partner.example>\r\nTo: <" + recipient + ">\r\nSubject: Hello\r\n"
                        + "Date: Tue, 24 Nov 2026 08:00:00 +0000\r\nMessage-ID: <" + recipient
                        + ".test>\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (SmtpClient client = gateway.client()) {
            return client.send("sender@partner.example", recipient, message).code();
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }
}
