package org.scora.console.web.visit;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.people.Role;
import org.scora.people.Session;

/**
 * Who asks: a browser, by the random key in its cookie, and who is logged in there.
 *
 * @param key known to that browser alone
 * @param at when it asks
 * @param fresh whether the browser has to be told the key
 * @param session empty when nobody is logged in
 */
public record Visitor(String key, Instant at, boolean fresh, Optional<Session> session) {
    /** The name of the hidden field that says for whom a form was made. */
    public static final String FIELD = "form";

    private static final int SHOWN = 32;
    private static final int RADIX = 36;
    private static final Pattern TOKEN = Pattern.compile("([0-9a-z]{1,10})\\.[0-9a-f]{32}");

    /** As what it acts; empty when nobody is logged in. */
    public Optional<Role> role() {
        return session.map(Session::role);
    }

    /** The mailbox whose owner is logged in. */
    public Optional<String> mailbox() {
        return session.filter(one -> one.role() == Role.USER).map(Session::name);
    }

    /**
     * What proves that a form was made for this browser, and tells when: an HMAC with its key, which no other site can
     * read (double submit). It needs no memory, so that it works on every node.
     *
     * @param purpose what the form is for, such as the path that it is sent to
     */
    public String formToken(String purpose) {
        return formToken(purpose, Long.toString(at.toEpochMilli(), RADIX));
    }

    private String formToken(String purpose, String time) {
        String proof = Hashing.hmacSha256(key.getBytes(StandardCharsets.UTF_8))
                .hashString("scora-form-v2 " + time + " " + purpose, StandardCharsets.UTF_8)
                .toString();
        return time + "." + proof.substring(0, SHOWN);
    }

    /** When a form for this purpose was made for this browser; empty when that is not so. */
    Optional<Instant> made(String purpose, String token) {
        Matcher parts = TOKEN.matcher(token);
        if (fresh || !parts.matches()) {
            return Optional.empty();
        }
        String time = parts.group(1);
        boolean ours = MessageDigest.isEqual(
                formToken(purpose, time).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return ours ? Optional.of(Instant.ofEpochMilli(Long.parseLong(time, RADIX))) : Optional.empty();
    }
}
