package org.scora.console.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without a screen and without JavaScript: keeps cookies, follows redirects, sends forms. */
public final class Browser {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private final Runnable looking;

    /** @param looking what happens while a person looks at a page before pressing a button there */
    public Browser(int port, Runnable looking) {
        this.base = "http://127.0.0.1:" + port;
        this.looking = looking;
    }

    /** What came back. */
    public record Page(Browser browser, HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public Document document() {
            return Jsoup.parse(response.body(), response.uri().toString());
        }

        /** All that a reader sees. */
        public String text() {
            return document().body().text();
        }

        public String title() {
            return document().select("h1").text();
        }

        public List<String> buttons() {
            return document().select("main form:not([aria-hidden]) button").eachText();
        }

        /** Presses the button with this text, with what is filled into its form: a field's name, its value, and so on. */
        public Page press(String button, String... filled) {
            browser.looking.run();
            Element pressed = document().select("button").stream()
                    .filter(one -> one.text().equals(button))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button '" + button + "' among " + buttons()));
            return browser.send((FormElement) pressed.closest("form"), pressed, filled);
        }
    }

    public Page open(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public Page ask(String method, String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).method(method, BodyPublishers.noBody()));
    }

    /** Sends a form with these fields. */
    public Page post(String path, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    Page send(FormElement form, Element pressed, String... filled) {
        List<String> fields = new ArrayList<>();
        for (KeyVal field : form.formData()) {
            fields.add(field.key());
            fields.add(field.value());
        }
        if (pressed.hasAttr("name")) {
            fields.addAll(List.of(pressed.attr("name"), pressed.attr("value")));
        }
        Map<String, String> all = new java.util.LinkedHashMap<>();
        for (int at = 0; at + 1 < fields.size(); at += 2) {
            all.put(fields.get(at), fields.get(at + 1));
        }
        for (int at = 0; at + 1 < filled.length; at += 2) {
            all.put(filled[at], filled[at + 1]);
        }
        String target = URI.create(form.absUrl("action")).getPath();
        return form.attr("method").equalsIgnoreCase("post")
                ? post(target, all, "Sec-Fetch-Site", "same-origin")
                : open(target + "?"
                        + all.entrySet().stream()
                                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                                .collect(Collectors.joining("&")));
    }

    /** The value of the one cookie. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().get(0).getValue();
    }

    private Page send(HttpRequest.Builder request) {
        try {
            return new Page(this, client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
