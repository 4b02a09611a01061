package org.scora.console.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import io.undertow.util.Headers;
import java.util.Optional;

/**
 * The one cookie of the console. It lasts as long as the browser; the session behind it ends sooner. Over TLS its name
 * begins with {@code __Host-}, so that no neighbor of the domain can set it (RFC 6265bis section 4.1.3.2).
 */
final class VisitorCookie {
    private final String name;
    private final String attributes;

    /** @param secure whether it is for TLS alone */
    VisitorCookie(boolean secure) {
        this.name = secure ? "__Host-scora" : "scora";
        // Lax, so that who comes by a link in a mail is known; what changes anything is sent by POST.
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    Optional<String> of(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getRequestCookie(name)).map(Cookie::getValue);
    }

    void set(HttpServerExchange exchange, String key) {
        exchange.getResponseHeaders().add(Headers.SET_COOKIE, name + "=" + key + attributes);
    }
}
