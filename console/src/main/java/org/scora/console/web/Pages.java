package org.scora.console.web;

import com.google.common.io.Resources;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scora.console.GatewayStatus;
import org.scora.console.web.visit.ClientAddress;
import org.scora.console.web.visit.Form;
import org.scora.console.web.visit.Reply;
import org.scora.console.web.visit.Section;
import org.scora.console.web.visit.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests: which path gets which page, under which headers. */
final class Pages implements HttpHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(Pages.class);
    private static final HttpString CONTENT_SECURITY_POLICY = new HttpString("Content-Security-Policy");
    private static final HttpString REFERRER_POLICY = new HttpString("Referrer-Policy");
    private static final String HTML = "text/html; charset=utf-8";
    // CSP level 3: nothing may be loaded but our own style sheet, and nobody may frame the page.
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Supplier<GatewayStatus> status;
    private final Templates templates;
    private final Sections sections;
    private final VisitorCookie cookie;
    private final Optional<VisitReader> reader;
    private final String style = resource("style.css");
    private final OwnHosts hosts;
    private final HttpHandler onWorker = new BlockingHandler(exchange -> answer(exchange, Optional.empty()));

    Pages(Supplier<GatewayStatus> status, Templates templates, Site site, Sections sections) {
        this.hosts = new OwnHosts(site.hosts());
        this.status = status;
        this.templates = templates;
        this.sections = sections;
        this.cookie = new VisitorCookie(site.isSecure());
        this.reader = sections.visitors()
                .map(visitors -> new VisitReader(cookie, visitors, new ClientAddress(site.proxies())));
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
        } else if (takesForm(exchange)) {
            receive(exchange);
        } else {
            refuse(exchange, 413, "This page can only be read", "Nothing can be sent to it.");
        }
    }

    private boolean takesForm(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equals(Methods.POST)
                && exchange.getRequestContentLength() <= Form.LONGEST
                && Form.isForm(contentType(exchange))
                && sections.at(exchange.getRequestPath()).isPresent();
    }

    private static String contentType(HttpServerExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE))
                .orElse("");
    }

    // Not on a worker: it would wait for the rest of the body, and a few bodies that never come take all workers.
    private void receive(HttpServerExchange exchange) {
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(Form.LONGEST);
        receiver.receiveFullBytes(
                (whole, body) -> whole.dispatch(
                        (HttpHandler) onWorkerThread -> answer(onWorkerThread, Form.read(contentType(whole), body))),
                (broken, failure) -> refuse(broken, 413, "This is too much", "A form of this page is shorter."));
    }

    private void refuse(HttpServerExchange exchange, int code, String title, String text) {
        exchange.setPersistent(false);
        putHeaders(exchange);
        send(exchange, code, HTML, templates.notice(title, text));
    }

    private static void putHeaders(HttpServerExchange exchange) {
        exchange.getResponseHeaders()
                .put(CONTENT_SECURITY_POLICY, POLICY)
                .put(new HttpString("X-Content-Type-Options"), "nosniff")
                .put(REFERRER_POLICY, "no-referrer")
                .put(new HttpString("Cross-Origin-Resource-Policy"), "same-origin")
                .put(Headers.CACHE_CONTROL, "no-store");
    }

    private void answer(HttpServerExchange exchange, Optional<Map<String, String>> form) {
        putHeaders(exchange);
        HttpString method = exchange.getRequestMethod();
        Optional<Section> section = sections.at(exchange.getRequestPath());
        boolean reads = method.equals(Methods.GET) || method.equals(Methods.HEAD);
        if (!reads && (section.isEmpty() || !method.equals(Methods.POST))) {
            exchange.getResponseHeaders().put(Headers.ALLOW, section.isEmpty() ? "GET, HEAD" : "GET, HEAD, POST");
            send(exchange, 405, HTML, templates.notice("This page can only be read", "Nothing can be sent to it."));
            return;
        }
        try {
            if (section.isPresent()) {
                visit(exchange, section.get(), reader.orElseThrow().read(exchange, form));
            } else {
                read(exchange);
            }
        } catch (UncheckedIOException e) {
            LOGGER.error("The page {} can not be shown now", exchange.getRequestPath(), e);
            send(exchange, 503, HTML, templates.notice("This does not work now", "Please try again in a minute."));
        } catch (RuntimeException e) {
            LOGGER.error("The page {} can not be shown", exchange.getRequestPath(), e);
            send(exchange, 500, HTML, templates.notice("Something went wrong", "The server's log says more."));
        }
    }

    private void visit(HttpServerExchange exchange, Section section, Visit visit) {
        Reply reply = section.answer(visit);
        exchange.getResponseHeaders()
                .put(CONTENT_SECURITY_POLICY, reply.kind().policy())
                // Without one, browsers say of our own forms too that they come from nowhere.
                .put(REFERRER_POLICY, "same-origin");
        reply.location().ifPresent(path -> exchange.getResponseHeaders().put(Headers.LOCATION, path));
        Optional<String> fresh = Optional.of(visit.visitor().key())
                .filter(key -> visit.visitor().fresh() && reply.kind() == Reply.Kind.PAGE);
        reply.key().or(() -> fresh).ifPresent(key -> cookie.set(exchange, key));
        send(exchange, reply.status(), HTML, reply.body());
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
