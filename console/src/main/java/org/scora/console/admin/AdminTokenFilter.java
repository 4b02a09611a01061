package org.scora.console.admin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.scora.message.Json;
import org.scora.people.AdminToken;
import spark.Request;
import spark.Response;
import spark.Spark;

/**
 * Lets in who shows the admin token ({@code Authorization: Bearer …}, RFC 6750), and nobody else. A page in a browser
 * that is not this machine's own is refused even with the token.
 */
public final class AdminTokenFilter implements AuthenticationFilter {
    private static final String SCHEME = "Bearer ";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** Webadmin lets pages of all sites read its answers, whatever its configuration says. */
    private static final List<String> CORS =
            List.of("Access-Control-Allow-Origin", "Access-Control-Request-Method", "Access-Control-Allow-Headers");

    private final AdminToken token;

    @Inject
    public AdminTokenFilter(AdminToken token) {
        this.token = token;
    }

    @Override
    public void handle(Request request, Response response) {
        CORS.forEach(header -> response.raw().setHeader(header, null));
        if (!Optional.ofNullable(request.headers("Origin"))
                .map(AdminTokenFilter::isLoopback)
                .orElse(true)) {
            refuse(403, "pages of other sites may not call the admin API", "Call it from this machine.");
        }
        if (!offered(request).filter(token::matches).isPresent()) {
            response.header("WWW-Authenticate", "Bearer");
            refuse(401, "the admin token is missing or wrong", "It stands in the file var/admin-token.");
        }
        request.attribute(LOGIN, "operator");
    }

    private static Optional<String> offered(Request request) {
        return Optional.ofNullable(request.headers("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()));
    }

    private static boolean isLoopback(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost())
                    .filter(host -> LOOPBACK.matcher(host).matches())
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuse(int status, String error, String remedy) {
        throw Spark.halt(status, Json.write(new Problem(error, remedy)));
    }
}
