package org.scora.checkup;

import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.scora.domain.Authorities;

/** Takes whatever certificate a server shows, and notes what is wrong with it, so that one connection tells all. */
final class CertificateNotes implements X509TrustManager {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final String name;
    private final Authorities authorities;
    private Optional<X509Certificate> certificate = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /**
     * Of one connection.
     *
     * @param name of the server, as the route has it
     */
    CertificateNotes(String name, Authorities authorities) {
        this.name = name;
        this.authorities = authorities;
    }

    /** The client's side of TLS on a connection that is there. */
    SSLSocket over(Socket connected) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return (SSLSocket) context.getSocketFactory().createSocket(connected, name, connected.getPort(), true);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS can not be set up here", e);
        }
    }

    CertificateView view() throws IOException {
        X509Certificate shown = certificate.orElseThrow(() -> new IOException("it shows no certificate"));
        List<String> names = namesIn(shown);
        return new CertificateView(
                problem,
                names.stream().anyMatch(this::isFor),
                names,
                shown.getNotAfter().toInstant());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        certificate = Arrays.stream(chain).findFirst();
        problem = problemOf(chain, authType);
    }

    private Optional<String> problemOf(X509Certificate[] chain, String authType) {
        try {
            authorities.trust().checkServerTrusted(chain, authType);
            return Optional.empty();
        } catch (CertificateException e) {
            return Optional.of(words(chain));
        }
    }

    private static String words(X509Certificate[] chain) {
        X509Certificate own = chain[0];
        if (own.getNotAfter().toInstant().isBefore(Instant.now())) {
            return "it has expired";
        }
        return own.getIssuerX500Principal().equals(own.getSubjectX500Principal())
                ? "it is signed by itself"
                : "no authority that this gateway trusts vouches for it";
    }

    private static List<String> namesIn(X509Certificate shown) throws IOException {
        try {
            Collection<List<?>> names =
                    Optional.ofNullable(shown.getSubjectAlternativeNames()).orElse(List.of());
            return names.stream()
                    .filter(each -> each.get(0).equals(DNS_NAME) || each.get(0).equals(IP_ADDRESS))
                    .map(each -> String.valueOf(each.get(1)))
                    .limit(50)
                    .toList();
        } catch (CertificateException e) {
            throw new IOException("its certificate can not be read", e);
        }
    }

    /** RFC 6125 section 6.4.3: a wildcard stands for one whole label at the left. */
    private boolean isFor(String written) {
        if (InetAddresses.isInetAddress(name)) {
            InetAddress address = InetAddresses.forString(name);
            return InetAddresses.isInetAddress(written)
                    && InetAddresses.forString(written).equals(address);
        }
        String pattern = written.toLowerCase(Locale.ROOT);
        String host = name.toLowerCase(Locale.ROOT);
        return pattern.startsWith("*.")
                ? host.indexOf('.') > 0 && host.substring(host.indexOf('.')).equals(pattern.substring(1))
                : pattern.equals(host);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
