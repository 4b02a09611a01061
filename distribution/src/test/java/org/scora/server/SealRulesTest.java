package org.scora.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scora.seal.Seals;

/** The rules that the handbook has for customers' servers, run by those servers where they are installed. */
class SealRulesTest {
    private static final Path PAGE = Path.of("docs", "seal.md");
    private static final String TOKEN_ON_THE_PAGE = "0f5d2c9a77e14b3c20";
    private static final int NOBODY = 65534;
    private static final String MAIL =
            "From: ann@sender.example\r\nTo: bob@example.com\r\nSubject: x\r\nMessage-ID: <1@sender.example>\r\n\r\nHello\r\n";

    @TempDir
    private Path folder;

    private Seals seals;
    private Path sealed;
    private Path plain;
    private Path forged;

    @BeforeEach
    void makeMails() throws IOException {
        seals = Seals.createOrRead(folder.resolve("seal-secret"), new SecureRandom(), Clock.systemUTC());
        byte[] mail = MAIL.getBytes(StandardCharsets.US_ASCII);
        sealed = Files.write(folder.resolve("sealed.eml"), seals.seal(mail, Optional.empty(), "example.com"));
        plain = Files.write(folder.resolve("plain.eml"), mail);
        Seals others = Seals.createOrRead(folder.resolve("other"), new SecureRandom(), Clock.systemUTC());
        forged = Files.write(folder.resolve("forged.eml"), others.seal(mail, Optional.empty(), "example.com"));
    }

    /** The block under a heading of the page, with our token and key in it. */
    private String rule(String heading) throws IOException {
        Matcher block = Pattern.compile(
                        "### " + Pattern.quote(heading) + "[^\n]*\n\n```[a-z]*\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(heading).isTrue();
        return block.group(1)
                .replace(TOKEN_ON_THE_PAGE, seals.keyOf("example.com").token())
                .replace("the key in hexadecimal", seals.keyOf("example.com").hex());
    }

    private String run(Path input, String... command) throws Exception {
        assumeTrue(Files.exists(Path.of(command[0])), command[0] + " is not installed, so it was not tried");
        File output = folder.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output.toPath(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void spamAssassinMarksWhatWentAround() throws Exception {
        Path rules = Files.writeString(folder.resolve("local.cf"), rule("SpamAssassin"));
        String[] command = {"/usr/bin/spamassassin", "-L", "-t", "-x", "-p", rules.toString()};
        assertThat(run(plain, command)).contains("SCORA_AROUND");
        assertThat(run(forged, command)).contains("SCORA_AROUND");
        assertThat(run(sealed, command)).contains("X-Scora-Seal").doesNotContain("SCORA_AROUND");
    }

    @Test
    void sieveFilesWhatWentAround() throws Exception {
        Path rule = Files.writeString(folder.resolve("rule.sieve"), rule("Sieve"));
        assertThat(sieve(rule, plain)).contains("store message in folder: Junk");
        assertThat(sieve(rule, forged)).contains("store message in folder: Junk");
        assertThat(sieve(rule, sealed)).contains("store message in folder: INBOX");
    }

    /** Pigeonhole, which does not work for root. */
    private String sieve(Path rule, Path mail) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Object own = Files.getAttribute(folder, "unix:uid");
        Object user = own.equals(0) ? NOBODY : own;
        return run(
                mail,
                "/usr/bin/sieve-test",
                "-o",
                "mail_uid=" + user,
                "-o",
                "mail_gid=" + user,
                "-o",
                "first_valid_uid=1",
                "-o",
                "mail_home=" + folder,
                rule.toString(),
                mail.toString());
    }

    @Test
    void rspamdReckonsTheSignature() throws Exception {
        assertThat(rspamd(field(sealed))).contains("around: false");
        assertThat(rspamd(field(forged))).contains("around: true");
        assertThat(rspamd("")).contains("around: true");
    }

    private static String field(Path mail) throws IOException {
        String text = Files.readString(mail, StandardCharsets.US_ASCII);
        return text.substring("X-Scora-Seal: ".length(), text.length() - MAIL.length())
                .strip()
                .replace("\r\n", "\\r\\n");
    }

    /** rspamd's own interpreter and library, with a mail that has one header field. */
    private String rspamd(String seal) throws Exception {
        String mail = seal.isEmpty() ? "nil" : "{ { value = \"" + seal + "\" } }";
        Path script = Files.writeString(
                folder.resolve("rule.lua"),
                "rspamd_config = {}\n" + rule("Rspamd") + "local task = {}\nfunction task:get_header_full() return "
                        + mail + " end\nprint('around: ' .. tostring(rspamd_config.SCORA_AROUND.callback(task)))\n");
        return run(plain, "/usr/bin/rspamadm", "lua", script.toString());
    }

    @Test
    void opensslReckonsTheSameSignature() throws Exception {
        String seal = field(sealed).replace("\\r\\n", "").replace(" ", "");
        Matcher parts = Pattern.compile("(.*);s=(.*)").matcher(seal);
        assertThat(parts.matches()).isTrue();
        Path signed = Files.writeString(folder.resolve("signed"), parts.group(1));
        assertThat(run(
                        signed,
                        "/usr/bin/openssl",
                        "dgst",
                        "-sha256",
                        "-mac",
                        "HMAC",
                        "-macopt",
                        "hexkey:" + seals.keyOf("example.com").hex()))
                .contains(parts.group(2));
    }
}
