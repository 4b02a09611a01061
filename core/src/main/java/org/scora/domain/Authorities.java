package org.scora.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.scora.setting.GatewaySettings;
import org.scora.setting.SettingException;

/**
 * Who may certify the servers of protected domains, where a TLS policy asks for that. The relay, the question whether there is
 * a mailbox, and the check-up trust the same.
 */
public final class Authorities {
    private final SSLSocketFactory sockets;
    private final X509TrustManager trust;

    private Authorities(SSLSocketFactory sockets, X509TrustManager trust) {
        this.sockets = sockets;
        this.trust = trust;
    }

    /**
     * Those that the settings name.
     *
     * @throws SettingException for a file that can not be used
     */
    public static Authorities of(GatewaySettings settings) {
        Optional<Path> file = settings.get(GatewaySettings.TLS_AUTHORITIES)
                .map(name -> settings.confFolder().resolve(name));
        try {
            return file.isPresent() ? in(file.get()) : ofJava();
        } catch (IllegalArgumentException e) {
            throw SettingException.of(
                    settings.confFolder().resolve(GatewaySettings.FILE).toString(),
                    GatewaySettings.TLS_AUTHORITIES.name(),
                    String.valueOf(e.getMessage()),
                    "Name a file in the folder conf that holds certificates in PEM, or leave it empty.");
        }
    }

    /** Those that Java knows. */
    public static Authorities ofJava() {
        return trusting(null);
    }

    /**
     * Those in a file of certificates in PEM, and no others.
     *
     * @throws IllegalArgumentException when it can not be read or holds no certificate
     */
    public static Authorities in(Path file) {
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

    private static Authorities trusting(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return new Authorities(context.getSocketFactory(), only(factory.getTrustManagers()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS can not be set up here", e);
        }
    }

    private static X509TrustManager only(TrustManager... managers) {
        return Arrays.stream(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Begins TLS on connections to a server, and ends it when nobody of them certifies the server under this name. */
    public SSLSocketFactory verifying(String serverName) {
        return new NameCheckingSocketFactory(sockets, serverName);
    }

    /** Says of a certificate whether one of them made it, whatever name is in it. */
    public X509TrustManager trust() {
        return trust;
    }
}
