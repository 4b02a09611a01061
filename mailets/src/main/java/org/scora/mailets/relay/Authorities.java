package org.scora.mailets.relay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Who may certify a mail server. */
final class Authorities {
    private Authorities() {}

    /** Those that Java knows. */
    static SSLSocketFactory ofJava() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /**
     * Those in a file of certificates in PEM, and no others.
     *
     * @throws IllegalArgumentException when it can not be read or holds no certificate
     */
    static SSLSocketFactory in(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new IllegalArgumentException(file + " holds no certificate");
            }
            return trusting(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(file + " can not be read as certificates: " + e.getMessage(), e);
        }
    }

    private static SSLSocketFactory trusting(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
