package org.scora.console.web.visit;

import java.util.Optional;

/**
 * What is answered.
 *
 * @param location where the browser goes on; empty for nowhere
 * @param key what the browser's cookie is from now on; empty for what it was
 */
public record Reply(int status, Kind kind, String body, Optional<String> location, Optional<String> key) {

    /** What may happen in a page. */
    public enum Kind {
        /** A page with forms of ours. */
        PAGE("default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'"),
        /** What a stranger wrote, in a frame: nothing is loaded, nothing runs, nothing leads anywhere. */
        PREVIEW("sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'self'");

        private final String policy;

        Kind(String policy) {
            this.policy = policy;
        }

        /** Its Content-Security-Policy. */
        public String policy() {
            return policy;
        }
    }

    public static Reply page(int status, String body) {
        return new Reply(status, Kind.PAGE, body, Optional.empty(), Optional.empty());
    }

    public static Reply preview(String body) {
        return new Reply(200, Kind.PREVIEW, body, Optional.empty(), Optional.empty());
    }

    /** The browser goes on to another page, by GET. */
    public static Reply to(String path) {
        return new Reply(303, Kind.PAGE, "", Optional.of(path), Optional.empty());
    }

    /** The same, under another cookie. */
    public Reply as(String newKey) {
        return new Reply(status, kind, body, location, Optional.of(newKey));
    }
}
