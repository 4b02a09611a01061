package org.scora.policy;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scora.domain.DomainNames;

/** The patterns that a list entry may have, in the one form in which they are kept and compared. */
public final class SenderPatterns {
    private static final Pattern LOOKS_LIKE_AN_ADDRESS_OF_A_HOST =
            Pattern.compile("[0-9.]+(/[0-9]+)?|.*:.*|.*/.*|\\[.*");
    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s\\p{Cntrl}@*<>\"]{1,254}");

    private SenderPatterns() {}

    /**
     * Brings a pattern that a person wrote into its form: lower case, domains in ASCII, networks without host bits.
     *
     * @throws IllegalArgumentException with a text that helps, for what is no pattern and for what would match too much
     */
    public static String parse(String written) {
        String text = written.trim().toLowerCase(Locale.ROOT);
        if (text.contains("*")) {
            throw wrong(text, "an asterisk is not needed: example.com stands for its addresses and its subdomains too");
        }
        if (text.contains("@")) {
            return parseAddress(text);
        }
        return LOOKS_LIKE_AN_ADDRESS_OF_A_HOST.matcher(text).matches() ? parseNetwork(text) : parseDomain(text);
    }

    /** The same without an exception; empty when the text is not a pattern. */
    public static Optional<String> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String parseAddress(String text) {
        int at = text.lastIndexOf('@');
        String domain = DomainNames.find(text.substring(at + 1))
                .orElseThrow(() -> wrong(text, "an address such as someone@example.com is expected"));
        if (at == 0) {
            throw wrong(text, "write " + domain + " without the @ for all addresses of the domain");
        }
        if (!LOCAL_PART.matcher(text.substring(0, at)).matches()) {
            throw wrong(text, "an address such as someone@example.com is expected, nothing else around it");
        }
        return text.substring(0, at + 1) + domain;
    }

    private static String parseDomain(String text) {
        String domain = DomainNames.find(text.startsWith(".") ? text.substring(1) : text)
                .orElseThrow(() -> wrong(text, "an address, a domain, an IP address or a network is expected"));
        if (InternetDomainName.isValid(domain)
                && InternetDomainName.from(domain).isRegistrySuffix()) {
            throw wrong(text, "that is where anyone can register a domain, so it would match far too much");
        }
        return domain;
    }

    private static String parseNetwork(String text) {
        if (text.contains("/")) {
            return Network.parse(text).toString();
        }
        if (!InetAddresses.isInetAddress(text) || text.contains("%")) {
            throw wrong(
                    text,
                    "an IP address such as 192.0.2.1 or 2001:db8::1, or a network such as 192.0.2.0/24, is expected");
        }
        return InetAddresses.toAddrString(InetAddresses.forString(text));
    }

    private static IllegalArgumentException wrong(String text, String help) {
        return new IllegalArgumentException("'" + text + "' can not stand in a list: " + help);
    }
}
