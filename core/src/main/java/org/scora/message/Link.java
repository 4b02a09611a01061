package org.scora.message;

import java.util.Optional;

/**
 * A link in HTML, in plain text or in a file.
 *
 * @param target as written, bounded
 * @param visibleText what a reader sees of it; the target itself in plain text and in files
 * @param file where it was found, in words, such as: the QR code in the file scan.png; empty for the message's text
 */
public record Link(String target, String visibleText, Optional<String> file) {

    /** A link in the message's text. */
    public Link(String target, String visibleText) {
        this(target, visibleText, Optional.empty());
    }

    /** For evidence: "a link", or where else the link is. */
    public String place() {
        return file.map(place -> "a link in " + place).orElse("a link");
    }
}
