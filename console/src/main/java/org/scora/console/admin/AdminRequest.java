package org.scora.console.admin;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scora.domain.DomainNames;
import org.scora.message.Json;
import org.scora.people.Actor;
import org.scora.people.Role;
import spark.Request;

/** What a caller of the admin API sent, read within bounds. */
public final class AdminRequest {
    /** The header in which a program names the account for which it asks. */
    public static final String ACCOUNT_HEADER = "Scora-Account";

    private static final int LONGEST_ACCOUNT = 100;
    private static final int LONGEST_TEXT = 512;

    private final Request request;

    AdminRequest(Request request) {
        this.request = request;
    }

    /** A part of the path. */
    String part(String name) {
        return bounded(name, request.params(name));
    }

    /** The domain in the path, in its normal form. */
    String domain() {
        return domain(part(":domain"));
    }

    /**
     * Who makes this request, for the audit log: the account that the command names. Whoever has the token may name any;
     * it only tells the people apart who run the same server.
     */
    String account() {
        return Optional.ofNullable(request.headers(ACCOUNT_HEADER))
                .map(name -> name.replaceAll("[^\\x20-\\x7e]", "?").strip())
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_ACCOUNT)
                .orElse("operator (admin API)");
    }

    /** The same as somebody who acts: whoever has the token runs the gateway. */
    Actor operator() {
        return new Actor(Role.OPERATOR, account(), "admin API, " + request.ip());
    }

    /** A whole number in the path. */
    long number(String name) {
        return valid(() -> Long.parseLong(part(name)), "Expected a number.");
    }

    /** Whether anything was sent with the request. */
    boolean hasBody() {
        return request.raw().getContentLengthLong() > 0 || request.headers("Transfer-Encoding") != null;
    }

    /** Whether the query has {@code name=true}. */
    boolean flag(String name) {
        return query(name).filter("true"::equals).isPresent();
    }

    InputStream stream() throws IOException {
        return request.raw().getInputStream();
    }

    static String domain(String text) {
        return valid(() -> DomainNames.parse(text), "Expected a domain name such as example.com.");
    }

    /** A property of a body that has to be there; Jackson leaves null where it is not. */
    static <T> T present(@Nullable T value, String name) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> AdminProblem.badRequest(name + " is missing", "Write " + name + " into the JSON."));
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(request.queryParams(name)).map(value -> bounded(name, value));
    }

    /** A time in the query, which has to be there. */
    Instant time(String name) {
        String remedy = "Expected " + name + " as a time such as 2026-11-24T08:00:00Z.";
        String text = query(name).orElseThrow(() -> AdminProblem.badRequest(name + " is missing", remedy));
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw AdminProblem.badRequest("'" + text + "' is not a time", remedy);
        }
    }

    /** How many rows are wanted. */
    int limit(int byDefault, int most) {
        String remedy = "Expected limit as a number from 1 to " + most + ".";
        int limit = query("limit")
                .map(text -> valid(() -> Integer.parseInt(text), remedy))
                .orElse(byDefault);
        if (limit < 1 || limit > most) {
            throw AdminProblem.badRequest("limit " + limit + " is out of range", remedy);
        }
        return limit;
    }

    <T> T body(Class<T> type) {
        String json = new String(bytes(), StandardCharsets.UTF_8);
        Optional<T> value = valid(
                () -> Optional.ofNullable(Json.read(json, type)), "Expected a JSON object as the handbook shows it.");
        return value.orElseThrow(() -> AdminProblem.badRequest("the body is null", "Expected a JSON object."));
    }

    // Jetty's own stream: Spark's has read all of the body before it can be asked for the first byte.
    private byte[] bytes() {
        try (InputStream body =
                org.eclipse.jetty.server.Request.getBaseRequest(request.raw()).getInputStream()) {
            return Body.read(body, Ticker.systemTicker());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that is there, and not too long to be looked at. */
    static String bounded(String name, @Nullable String value) {
        String text = present(value, name);
        if (text.length() > LONGEST_TEXT) {
            throw AdminProblem.badRequest(
                    name + " is longer than " + LONGEST_TEXT + " characters", "Write a shorter one.");
        }
        return text;
    }

    /** Something that can be parsed. */
    interface Parser<T> {
        T parse();
    }

    /** Turns a parser's complaint into a bad request. */
    static <T> T valid(Parser<T> parser, String remedy) {
        try {
            return parser.parse();
        } catch (NumberFormatException e) {
            throw AdminProblem.badRequest("not a number", remedy);
        } catch (IllegalArgumentException e) {
            throw AdminProblem.badRequest(String.valueOf(e.getMessage()), remedy);
        }
    }
}
