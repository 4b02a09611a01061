package org.scora.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.console.TestGateway;
import org.scora.seal.Seals;

class SealCommandTest {
    private static final byte[] MAIL = "Subject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path home;

    private Seals seals;

    @BeforeEach
    void makeSecret() {
        seals = Seals.createOrRead(Seals.file(home.resolve("var")), new SecureRandom(), TestGateway.CLOCK);
    }

    private Ran scora(String... words) {
        return Ran.scora(home, words);
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(home.resolve(name), content).toString();
    }

    @Test
    void aMailThatCameThroughIsToldFromOneThatWentAround() throws IOException {
        String sealed = file("sealed.eml", seals.seal(MAIL, Optional.of("4QX7-M2DA-9KTW"), "example.com"));
        Ran through = scora("seal", "verify", sealed, "--domain", "example.com");
        assertThat(through.out())
                .contains("sealed.eml: came through this gateway, for example.com, at 2026-11-24 12:00, receipt"
                        + " 4QX7-M2DA-9KTW");
        assertThat(through.exitCode()).isZero();
        Ran around = scora("seal", "verify", file("plain.eml", MAIL));
        assertThat(around.out()).contains("plain.eml: went around: it has no seal");
        assertThat(around.exitCode()).isEqualTo(1);
        Ran other = scora("seal", "verify", sealed, "--domain", "example.org");
        assertThat(other.out()).contains("has a good seal, but of another domain, for example.com");
    }

    @Test
    void aFolderIsCounted() throws IOException {
        Files.createDirectory(home.resolve("cur"));
        file("cur/1", seals.seal(MAIL, Optional.of("4QX7-M2DA-9KTW"), "example.com"));
        file("cur/2", MAIL);
        file("cur/3", "X-Scora-Seal: v=1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Ran ran = scora("seal", "verify", home.resolve("cur").toString());
        assertThat(ran.out())
                .contains("Of 3 mails, 1 came through this gateway, 1 went around, 1 have a seal that does not count.");
        assertThat(scora("seal", "verify", home.resolve("cur").toString(), "--json")
                        .out())
                .contains("\"state\":\"GENUINE\"", "\"state\":\"MISSING\"", "\"state\":\"FORGED\"");
    }

    @Test
    void theKeyAndTheTokenOfADomainAreShown() {
        assertThat(scora("seal", "key", "Example.com").out())
                .contains(
                        "Domain:  example.com",
                        "Key:     " + seals.keyOf("example.com").hex(),
                        "Token:   " + seals.keyOf("example.com").token());
        assertThat(scora("seal", "key", "example").err()).contains("'example' is not a domain's name.");
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        assertThat(scora("seal", "verify", "nowhere.eml").err()).contains("There is no file nowhere.eml.");
        Files.delete(Seals.file(home.resolve("var")));
        assertThat(scora("seal", "key", "example.com").err()).contains("There is no seal secret", "starts");
    }
}
