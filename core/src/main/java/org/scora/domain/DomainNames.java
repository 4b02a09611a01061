package org.scora.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of domains, in the one form in which Scora keeps and compares them. */
public final class DomainNames {
    // Letters, digits and hyphens, at most 63 a label, the last label not a number (RFC 1123 section 2.1).
    private static final Pattern HOST = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*(?!\\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 253;

    private DomainNames() {}

    /**
     * Brings a name that a person wrote into its form: ASCII (RFC 5890), lower case, no trailing dot.
     *
     * @throws IllegalArgumentException with a text that helps, when it is not the name of a domain
     */
    public static String parse(String written) {
        String text = written.trim();
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not a domain" + hint(text)));
    }

    /** The same for a name that comes from a message or a client; empty when it is not one. */
    public static Optional<String> find(String text) {
        return findHost(text).filter(name -> name.contains("."));
    }

    /** The same for the name of a host, which may have one label only. */
    static Optional<String> findHost(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return toAscii(name)
                .filter(ascii ->
                        ascii.length() <= LONGEST && HOST.matcher(ascii).matches());
    }

    private static Optional<String> toAscii(String name) {
        if (name.chars().allMatch(letter -> letter < 0x80)) {
            return Optional.of(name.toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.of(IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String hint(String text) {
        if (text.contains("@")) {
            return "; write the part behind the @ only";
        }
        if (text.contains("/")) {
            return "; write it without http:// and without a path";
        }
        if (text.startsWith("*")) {
            return "; write it without the asterisk";
        }
        return text.contains(".") ? "" : "; a name such as example.com is expected";
    }
}
