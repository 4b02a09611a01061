package org.scora.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.scora.checkup.StsPolicies;

/**
 * Gets MTA-STS policies where RFC 8461 section 3.3 says: by HTTPS with a valid certificate, as plain text (section 3.2),
 * following no redirection.
 */
public final class HttpsStsPolicies implements StsPolicies {
    private static final int LARGEST = 64 * 1024;

    private final SSLContext tls;
    private final Function<String, URI> places;
    private final Duration patience;

    /** As senders look for them: in the Internet, trusting those whom Java trusts. */
    public static HttpsStsPolicies ofTheInternet() {
        try {
            return new HttpsStsPolicies(
                    SSLContext.getDefault(),
                    domain -> URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt"),
                    Duration.ofSeconds(10));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param places where the policy of a domain is
     * @param patience how long it may take altogether
     */
    HttpsStsPolicies(SSLContext tls, Function<String, URI> places, Duration patience) {
        this.tls = tls;
        this.places = places;
        this.patience = patience;
    }

    @Override
    public Optional<String> policyOf(String domain) {
        HttpRequest request =
                HttpRequest.newBuilder(places.apply(domain)).timeout(patience).build();
        AtomicReference<InputStream> body = new AtomicReference<>(InputStream.nullInputStream());
        CompletableFuture<Optional<String>> policy = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(patience)
                .build()
                .sendAsync(request, BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> {
                    body.set(response.body());
                    return read(response);
                });
        try {
            return policy.completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            return Optional.empty();
        } finally {
            // Whoever still waits for more of it is let go.
            Optional.ofNullable(body.get()).ifPresent(HttpsStsPolicies::closeQuietly);
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // It is of no use any more.
        }
    }

    private static Optional<String> read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] text = body.readNBytes(LARGEST + 1);
            return response.statusCode() == 200 && isPlainText(response) && text.length <= LARGEST
                    ? Optional.of(new String(text, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlainText(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).matches("text/plain\\s*(;.*)?"))
                .isPresent();
    }
}
