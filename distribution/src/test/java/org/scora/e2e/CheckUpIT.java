package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.demo.SmtpClient;

/** A domain comes in by the commands of the handbook, and what it gets carries a seal. */
class CheckUpIT {
    private static final String ZONE = """
            mx.scora.example.         A    192.0.2.25
            25.2.0.192.in-addr.arpa.  PTR  mx.scora.example.
            example.com.   300 MX 10 old.example.com.
            example.com.       TXT "v=spf1 ip4:192.0.2.0/24 -all"
            partner.example.   TXT "v=spf1 ip4:127.0.0.1 -all"
            partner.example.   MX 10 mail.partner.example.
            mail.partner.example. A 127.0.0.1
            """;
    private static final byte[] MAIL = ("From: ann@partner.example\r\nTo: bob@example.com\r\nSubject: Minutes\r\n"
                    + "X-Scora-Seal: v=1; forged\r\n\r\nSee you on Monday.\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        gateway = TestGateway.prepare(folder, ZONE)
                .withProperty("gateway.networks", "192.0.2.16/28")
                .start();
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    @Test
    void aDomainComesInAndItsMailIsSealed() throws Exception {
        Path users = Files.writeString(folder.resolve("users.txt"), "bob\n");
        assertThat(gateway.refused("domain", "check", "example.com")).contains("is not protected here");

        gateway.scora("domain", "add", "example.com", "--route", gateway.sinkRoute(), "--pending");
        gateway.scora("domain", "mailboxes", "import", "example.com", users.toString());
        assertThat(gateway.refused("domain", "check", "example.com"))
                .contains(
                        "example.com is pending",
                        "takes mail for bob@example.com",
                        "safe to move",
                        "Its SPF record includes this gateway",
                        "example.com is ready.");
        assertThat(gateway.scora("domain", "check", "example.com", "--texts", "postfix"))
                .contains("192.0.2.16/28  OK");
        assertThat(gateway.refused("domain", "check", "example.com", "--json")).contains("\"stage\":\"READY\"");

        gateway.scora("domain", "activate", "example.com");
        try (SmtpClient client = gateway.client()) {
            assertThat(client.send("ann@partner.example", "bob@example.com", MAIL)
                            .positive())
                    .isTrue();
        }
        await().until(() -> gateway.sink().countFor("bob@example.com") == 1);
        Path delivered = gateway.sink().mailsTo("bob@example.com").get(0).file();
        assertThat(Files.readString(delivered))
                .startsWith("X-Scora-Seal: v=1; t=")
                .doesNotContain("forged");
        assertThat(gateway.scora("seal", "verify", delivered.toString(), "--domain", "example.com"))
                .contains("came through this gateway, for example.com");
        assertThat(gateway.scora("seal", "key", "example.com")).contains("Token:");
    }
}
