package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.demo.SmtpClient;

/**
 * A mailet that lacks a class or a method. After six tries in about twenty minutes James puts such a mail into its error
 * repository; that is too long for a test.
 */
class LinkageErrorIT {
    private static final int THREADS = 2;

    @TempDir
    Path folder;

    @Test
    void mailOnWhichItFailsIsTriedAgainAndOthersPass() throws Exception {
        try (TestGateway gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")
                .withClass(Unlinked.class)
                .withConf("mailetcontainer.xml", "<threads>16</threads>", "<threads>" + THREADS + "</threads>")
                .withConf(
                        "mailetcontainer.xml",
                        "<mailet match=\"All\" class=\"Score\"/>",
                        "<mailet match=\"All\" class=\"org.scora.e2e.Unlinked\">"
                                + "<onMailetException>propagate</onMailetException></mailet>\n"
                                + "<mailet match=\"All\" class=\"Score\"/>")
                .start()) {
            gateway.scora("domain", "add", "example.com", "--route", gateway.sinkRoute(), "--accept-any");
            // More than there are threads: none of them may be lost to such a mail.
            for (int i = 0; i <= THREADS; i++) {
                send(gateway, "broken@example.com");
            }
            send(gateway, "late@example.com");

            await().until(() -> gateway.sink().countFor("late@example.com") > 0);
            await().until(() -> triedAgain(gateway.log()) == THREADS + 1);
            assertThat(gateway.log()).contains("NoSuchMethodError");
        }
    }

    private static long triedAgain(String log) {
        return log.lines()
                .filter(line -> line.contains("processing 2 consecutive times"))
                .count();
    }

    private static void send(TestGateway gateway, String recipient) throws Exception {
        byte[] message = ("From: <sender@partner.example>\r\nTo: <" + recipient + ">\r\nSubject: Hello\r\n"
                        + "Date: Tue, 24 Nov 2026 08:00:00 +0000\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (SmtpClient client = gateway.client()) {
            assertThat(client.send("sender@partner.example", recipient, message).code())
                    .isEqualTo(250);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250));
    }
}
