package org.scora.check.link;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authority of a web link (RFC 3986 section 3.2), as a browser would read it.
 *
 * @param name in lower case and in Unicode, without a trailing dot; an IP address stays as written
 * @param credentials whether something stands before an @
 */
public record Host(String name, boolean credentials) {
    private static final Pattern WEB_LINK = Pattern.compile("(?i)\\s{0,10}https?:[/\\\\]{1,3}([^/\\\\?#\\s]{1,500})");
    private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");

    /** The host of an http or https link; empty for anything else. */
    public static Optional<Host> ofLink(String target) {
        Matcher matcher = WEB_LINK.matcher(target);
        return matcher.lookingAt() ? ofAuthority(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Host> ofAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        String host = PORT.matcher(authority.substring(at + 1)).replaceFirst("").toLowerCase(Locale.ROOT);
        String name = toUnicode(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Host(name, at >= 0));
    }

    /** The name in its ASCII form (RFC 5890); the name itself when there is none. */
    public String ascii() {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static String toUnicode(String host) {
        return host.contains("xn--") ? IDN.toUnicode(host, IDN.ALLOW_UNASSIGNED) : host;
    }
}
