package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.LoopbackPorts;
import org.scora.demo.SmtpAnswer;
import org.scora.demo.SmtpClient;

/** The gateway on a PostgreSQL that goes away and comes back: senders keep their mail in between. */
class PostgresqlIT {
    private static final byte[] MAIL = "From: a@partner.example\r\nTo: b@example.com\r\nSubject: Hello\r\n\r\nHello\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void withTheDatabaseOutOfReachNothingIsAcceptedAndNothingIsLost() throws Exception {
        int port = LoopbackPorts.free();
        EmbeddedPostgres postgres = start(port);
        try (TestGateway gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")
                .withProperty("database.url", "jdbc:postgresql://127.0.0.1:" + port + "/postgres")
                .withProperty("database.user", "postgres")
                .withProperty("database.password", "postgres")
                .start()) {
            gateway.scora("domain", "add", "example.com", "--route", gateway.sinkRoute(), "--accept-any");
            assertThat(send(gateway, "before@example.com").code()).isEqualTo(250);
            arrived(gateway, "before@example.com");

            postgres.close();
            assertThat(send(gateway, "during@example.com").toString()).startsWith("451 4.3.0");

            postgres = start(port);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> send(gateway, "after@example.com").code() == 250);
            arrived(gateway, "after@example.com");
            assertThat(gateway.sink().countFor("during@example.com")).isZero();
        } finally {
            postgres.close();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static SmtpAnswer send(TestGateway gateway, String recipient) throws IOException {
        try (SmtpClient client = gateway.client()) {
            return client.send("a@partner.example", recipient, MAIL);
        }
    }

    private static void arrived(TestGateway gateway, String recipient) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> gateway.sink().countFor(recipient) > 0);
    }
}
