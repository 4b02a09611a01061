package org.scora.check.link;

import com.google.common.base.CharMatcher;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scora.message.IncomingMessage;

/**
 * The authority of a web link (RFC 3986 section 3.2), as a browser would read it.
 *
 * @param name in lower case and in Unicode, without a trailing dot; an IP address stays as written
 * @param credentials whether something stands before an @
 */
public record Host(String name, boolean credentials) {
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final int AUTHORITY_AT_MOST = 500;
    private static final CharMatcher SLASHES = CharMatcher.anyOf("/\\");
    private static final CharMatcher ENDS =
            SLASHES.or(CharMatcher.anyOf("?#()<>\",;|")).or(CharMatcher.whitespace());

    /** The host of an http or https link; empty for anything else. */
    public static Optional<Host> ofLink(String target) {
        int colon = target.indexOf(':');
        if (colon < 4 || !isWeb(target.substring(0, colon).strip())) {
            return Optional.empty();
        }
        int begin = colon + 1;
        while (begin < target.length() && begin <= colon + 3 && SLASHES.matches(target.charAt(begin))) {
            begin++;
        }
        int end = ENDS.indexIn(target, begin);
        String authority = target.substring(begin, end < 0 ? target.length() : end);
        return begin == colon + 1 || authority.length() > AUTHORITY_AT_MOST ? Optional.empty() : ofAuthority(authority);
    }

    private static boolean isWeb(String scheme) {
        return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    /** The hosts of all web links, each once, in the message's order. */
    static List<Host> ofLinks(IncomingMessage message) {
        return message.links().stream()
                .flatMap(link -> ofLink(link.target()).stream())
                .distinct()
                .toList();
    }

    private static Optional<Host> ofAuthority(String authority) {
        int at = authority.lastIndexOf('@');
        String host = withoutPort(authority.substring(at + 1)).toLowerCase(Locale.ROOT);
        String name = toUnicode(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
        return name.isEmpty() ? Optional.empty() : Optional.of(new Host(name, at >= 0));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon >= 0 && DIGITS.matchesAllOf(host.substring(colon + 1)) ? host.substring(0, colon) : host;
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
