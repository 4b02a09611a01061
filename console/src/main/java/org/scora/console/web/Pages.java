package org.scora.console.web;

import com.google.common.io.Resources;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.scora.console.GatewayStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests: which path gets which page, under which headers. */
final class Pages implements HttpHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(Pages.class);
    private static final String HTML = "text/html; charset=utf-8";
    // CSP level 3: nothing may be loaded but our own style sheet, and nobody may frame the page.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Supplier<GatewayStatus> status;
    private final Templates templates;
    private final String style = resource("style.css");
    private final OwnHosts hosts;
    private final HttpHandler onWorker = new BlockingHandler(this::answer);

    Pages(Supplier<GatewayStatus> status, Templates templates, OwnHosts hosts) {
        this.hosts = hosts;
        this.status = status;
        this.templates = templates;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!hosts.includes(exchange)) {
            refuse(
                    exchange,
                    421,
                    "This is not the address of this console",
                    "Its further names stand in scora.properties, under console.hosts.");
        } else if (exchange.isRequestComplete()) {
            onWorker.handleRequest(exchange);
        } else {
            refuse(exchange, 413, "This page can only be read", "Nothing can be sent to it.");
        }
    }

    // Not on a worker: it would wait for the rest of the body, and a few bodies that never come take all workers.
    private void refuse(HttpServerExchange exchange, int code, String title, String text) {
        exchange.setPersistent(false);
        putHeaders(exchange);
        send(exchange, code, HTML, templates.notice(title, text));
    }

    private static void putHeaders(HttpServerExchange exchange) {
        exchange.getResponseHeaders()
                .put(new HttpString("Content-Security-Policy"), POLICY)
                .put(new HttpString("X-Content-Type-Options"), "nosniff")
                .put(new HttpString("Referrer-Policy"), "no-referrer")
                .put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin")
                .put(Headers.CACHE_CONTROL, "no-store");
    }

    private void answer(HttpServerExchange exchange) {
        putHeaders(exchange);
        if (!exchange.getRequestMethod().equals(Methods.GET)
                && !exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            send(exchange, 405, HTML, templates.notice("This page can only be read", "Nothing can be sent to it."));
            return;
        }
        try {
            read(exchange);
        } catch (RuntimeException e) {
            LOGGER.error("The page {} can not be shown", exchange.getRequestPath(), e);
            send(exchange, 500, HTML, templates.notice("Something went wrong", "The server's log says more."));
        }
    }

    private void read(HttpServerExchange exchange) {
        switch (exchange.getRequestPath()) {
            case "/" -> send(exchange, 200, HTML, templates.status(status.get()));
            case "/health" -> health(exchange);
            case "/style.css" -> {
                exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "max-age=3600");
                send(exchange, 200, "text/css; charset=utf-8", style);
            }
            default -> send(exchange, 404, HTML, templates.notice("There is no such page", "What there is:"));
        }
    }

    private void health(HttpServerExchange exchange) {
        boolean healthy = status.get().healthy();
        send(exchange, healthy ? 200 : 503, "text/plain; charset=utf-8", healthy ? "healthy\n" : "not healthy\n");
    }

    private static void send(HttpServerExchange exchange, int code, String type, String body) {
        exchange.setStatusCode(code);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        exchange.getResponseSender().send(body, StandardCharsets.UTF_8);
    }

    private static String resource(String name) {
        try {
            return Resources.toString(Resources.getResource(Pages.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
