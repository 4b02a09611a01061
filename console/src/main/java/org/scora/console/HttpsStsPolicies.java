package org.scora.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.scora.checkup.StsPolicies;

/** Gets MTA-STS policies where RFC 8461 section 3.3 says: by HTTPS with a valid certificate, following no redirection. */
public final class HttpsStsPolicies implements StsPolicies {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 64 * 1024;

    @Override
    public Optional<String> policyOf(String domain) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt"))
                .timeout(PATIENCE)
                .build();
        AtomicReference<InputStream> body = new AtomicReference<>(InputStream.nullInputStream());
        CompletableFuture<Optional<String>> policy = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .build()
                .sendAsync(request, BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> {
                    body.set(response.body());
                    return read(response);
                });
        try {
            return policy.completeOnTimeout(Optional.empty(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
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
            return response.statusCode() == 200
                    ? Optional.of(new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
