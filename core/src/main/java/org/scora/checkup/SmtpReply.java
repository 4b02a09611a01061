package org.scora.checkup;

import java.util.List;

/**
 * What a server answered (RFC 5321 section 4.2).
 *
 * @param lines without the code, bounded
 */
public record SmtpReply(int code, List<String> lines) {

    public SmtpReply {
        lines = List.copyOf(lines);
    }

    public boolean positive() {
        return code >= 200 && code < 400;
    }

    /** On one line, as people quote it. */
    @Override
    public String toString() {
        return (code + " " + String.join(" ", lines)).strip();
    }
}
