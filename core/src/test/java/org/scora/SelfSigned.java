package org.scora;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.scora.domain.Authorities;

/** TLS with a certificate that nobody vouches for, made by the JDK's own keytool. */
public record SelfSigned(SSLContext server, Authorities authorities) {
    private static final String PEM = "certificate.pem";
    private static final char[] PASSWORD = "secret".toCharArray();

    public static SSLContext context() throws Exception {
        return named("somebody.else.example").server();
    }

    /** Of a server with this name, and of a client that trusts its certificate and no other. */
    public static SelfSigned named(String name) throws Exception {
        Path folder = Files.createTempDirectory("self-signed");
        Path file = folder.resolve("keys.p12");
        try {
            generate(file, name);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(file), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, new SecureRandom());
            return new SelfSigned(context, Authorities.in(pem(folder, load(file).getCertificate("sink"))));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve(PEM));
            Files.delete(folder);
        }
    }

    private static void generate(Path file, String name) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int result = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "sink",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (result != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }

    private static Path pem(Path folder, Certificate certificate) throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return Files.writeString(
                folder.resolve(PEM), "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    private static KeyStore load(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
