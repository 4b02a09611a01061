package org.scora.console.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scora.console.web.visit.ClientAddress;
import org.scora.console.web.visit.Visit;
import org.scora.console.web.visit.Visitors;

/** Reads what a page has to know out of a request. */
final class VisitReader {
    private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");
    private static final HttpString[] PURPOSES = {
        new HttpString("Sec-Purpose"), new HttpString("Purpose"), new HttpString("X-Moz")
    };

    private final VisitorCookie cookie;
    private final Visitors visitors;
    private final ClientAddress clients;

    VisitReader(VisitorCookie cookie, Visitors visitors, ClientAddress clients) {
        this.cookie = cookie;
        this.visitors = visitors;
        this.clients = clients;
    }

    Visit read(HttpServerExchange exchange, Optional<Map<String, String>> form) {
        return new Visit(
                exchange.getRequestMethod().equals(Methods.POST),
                exchange.getRequestPath(),
                form.orElseGet(() -> query(exchange)),
                visitors.of(cookie.of(exchange)),
                client(exchange),
                isForeign(exchange),
                isAhead(exchange));
    }

    private InetAddress client(HttpServerExchange exchange) {
        List<String> forwarded = Optional.ofNullable(
                        exchange.getRequestHeaders().get(Headers.X_FORWARDED_FOR))
                .stream()
                .flatMap(HeaderValues::stream)
                .toList();
        return clients.of(exchange.getSourceAddress().getAddress(), forwarded);
    }

    private static Map<String, String> query(HttpServerExchange exchange) {
        Map<String, String> fields = new HashMap<>();
        exchange.getQueryParameters().forEach((name, values) -> fields.put(name, values.getFirst()));
        return fields;
    }

    // Sec-Fetch-Site where the browser sends it; Origin (RFC 6454) for the others. Old ones send neither.
    private static boolean isForeign(HttpServerExchange exchange) {
        return header(exchange, FETCH_SITE)
                .map(site -> !site.equals("same-origin") && !site.equals("none"))
                .orElseGet(() -> header(exchange, Headers.ORIGIN)
                        .filter(origin -> !isOwn(origin, exchange.getHostName()))
                        .isPresent());
    }

    private static boolean isOwn(String origin, String host) {
        try {
            return host.equalsIgnoreCase(
                    String.valueOf(new URI(origin).getHost()).replaceAll("[\\[\\]]", ""));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isAhead(HttpServerExchange exchange) {
        for (HttpString name : PURPOSES) {
            if (header(exchange, name)
                    .filter(text -> text.toLowerCase(Locale.ROOT).contains("pre"))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> header(HttpServerExchange exchange, HttpString name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
