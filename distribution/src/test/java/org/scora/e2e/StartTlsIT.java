package org.scora.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Encryption as the comments in smtpserver.xml say: with a key and a certificate in PEM. */
class StartTlsIT {
    private static final int PATIENCE_MS = 30_000;
    private static final String PASSWORD = "secret";

    @TempDir
    static Path folder;

    private static TestGateway gateway;
    private static KeyStore keys;

    @BeforeAll
    static void start() throws Exception {
        keys = selfSigned(folder.resolve("keys.p12"));
        gateway = TestGateway.prepare(folder, "$ORIGIN example.\n")
                .withConf("smtpserver.xml", "startTLS=\"false\"", "startTLS=\"true\"")
                .withConf("smtpserver.xml", "<!--\n      <privateKey>", "<privateKey>")
                .withConf("smtpserver.xml", "</certificates>\n      -->", "</certificates>");
        Path conf = gateway.home().resolve("conf");
        writePem(
                conf.resolve("smtp-key.pem"),
                "PRIVATE KEY",
                keys.getKey("mx", PASSWORD.toCharArray()).getEncoded());
        writePem(
                conf.resolve("smtp-certificates.pem"),
                "CERTIFICATE",
                keys.getCertificate("mx").getEncoded());
        gateway.start();
    }

    @AfterAll
    static void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    private static KeyStore selfSigned(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mx",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=mx.scora.example",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static void writePem(Path file, String type, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + type + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type
                        + "-----\n");
    }

    @Test
    void commandsAreTakenOnceTheConnectionIsEncrypted() throws Exception {
        try (Socket plain = connect()) {
            assertThat(say(plain, "STARTTLS\r\n")).startsWith("220");
            try (SSLSocket encrypted = encrypt(plain)) {
                assertThat(say(encrypted, "HELO client.example\r\n")).startsWith("250");
                assertThat(say(encrypted, "STARTTLS\r\n")).startsWith("5");
                assertThat(say(encrypted, "MAIL FROM:<a@partner.example>\r\n")).startsWith("250");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTTLS\r\nMAIL FROM:<a@partner.example>\r\n", "starttls\r\n\r\n"})
    void whatFollowsStartTlsAtOnceIsRefused(String commands) throws Exception {
        int before = gateway.log().length();
        try (Socket plain = connect()) {
            List<String> answers = sayToTheEnd(plain, commands);
            assertThat(answers).last().asString().startsWith("503 5.5.1");
            assertThat(answers).noneMatch(answer -> answer.startsWith("250"));
        }
        assertThat(gateway.log().substring(before)).doesNotContain("ERROR").doesNotContain("\tat ");
    }

    @Test
    void anEncryptionThatFailsIsNoErrorOfTheServer() throws Exception {
        int before = gateway.log().length();
        try (Socket plain = connect()) {
            say(plain, "STARTTLS\r\n");
            assertThat(sayToTheEnd(plain, "this is no encryption\r\n")).noneMatch(answer -> answer.startsWith("250"));
        }
        assertThat(gateway.log().substring(before)).doesNotContain("ERROR").doesNotContain("\tat ");
    }

    /** Returns after the greeting. */
    private static Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", gateway.server().smtpPort());
        socket.setSoTimeout(PATIENCE_MS);
        assertThat(say(socket, "")).startsWith("220");
        return socket;
    }

    private static SSLSocket encrypt(Socket plain) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        known.setCertificateEntry("mx", keys.getCertificate("mx"));
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket encrypted =
                (SSLSocket) context.getSocketFactory().createSocket(plain, "mx.scora.example", plain.getPort(), false);
        encrypted.startHandshake();
        return encrypted;
    }

    /** Reads no octet behind the line: what follows may be encrypted. */
    private static String say(Socket socket, String command) throws IOException {
        socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        for (int octet = socket.getInputStream().read();
                octet != '\n' && octet >= 0;
                octet = socket.getInputStream().read()) {
            answer.append((char) octet);
        }
        return answer.toString();
    }

    private static List<String> sayToTheEnd(Socket socket, String commands) throws IOException {
        socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                .lines()
                .toList();
    }
}
