package org.scora.console.web.visit;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.scora.people.Role;
import org.scora.people.Session;

/**
 * Who asks: a browser, by the random key in its cookie, and who is logged in there.
 *
 * @param key known to that browser alone
 * @param fresh whether the browser has to be told the key
 * @param session empty when nobody is logged in
 */
public record Visitor(String key, boolean fresh, Optional<Session> session) {
    /** The name of the hidden field that says for whom a form was made. */
    public static final String FIELD = "form";

    private static final int SHOWN = 32;

    /** As what it acts; empty when nobody is logged in. */
    public Optional<Role> role() {
        return session.map(Session::role);
    }

    /** The mailbox whose owner is logged in. */
    public Optional<String> mailbox() {
        return session.filter(one -> one.role() == Role.USER).map(Session::name);
    }

    /**
     * What proves that a form was made for this browser: an HMAC with its key, which no other site can read
     * (double submit). It needs no memory, so that it works on every node.
     *
     * @param purpose what the form is for, such as the path that it is sent to
     */
    public String formToken(String purpose) {
        return Hashing.hmacSha256(key.getBytes(StandardCharsets.UTF_8))
                .hashString("scora-form-v1 " + purpose, StandardCharsets.UTF_8)
                .toString()
                .substring(0, SHOWN);
    }

    boolean made(String purpose, String token) {
        return !fresh
                && MessageDigest.isEqual(
                        formToken(purpose).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
