package org.scora.setting;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Parsers of names and addresses in {@code scora.properties}. Each throws IllegalArgumentException for a bad text. */
final class HostTexts {
    private HostTexts() {}

    static String hostname(String text) {
        if (!isHostname(text)) {
            throw new IllegalArgumentException("not a host name");
        }
        return text;
    }

    static String address(String text) {
        if (!InetAddresses.isInetAddress(text) && !isHostname(text)) {
            throw new IllegalArgumentException("no address");
        }
        return text;
    }

    static Optional<String> operator(String text) {
        int at = text.lastIndexOf('@');
        if (!text.isEmpty()
                && !(text.matches("[!-~&&[^()<>,;:\\\\\"@\\[\\]]]{1,64}@.*") && isHostname(text.substring(at + 1)))) {
            throw new IllegalArgumentException("not a mail address");
        }
        return Optional.of(text).filter(address -> !address.isEmpty());
    }

    /** The beginning of a URL of http or https: nothing may follow the host and its port. */
    static Optional<URI> site(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create(text.replaceFirst("/$", ""));
        boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        boolean bare = String.valueOf(uri.getRawPath()).isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!web || !bare || uri.getHost() == null) {
            throw new IllegalArgumentException("no URL that ends with a host or a port");
        }
        return Optional.of(uri);
    }

    static String databaseUrl(String text) {
        if (!text.startsWith("jdbc:h2:") && !text.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("no database that Scora works with");
        }
        return text;
    }

    static Set<String> domains(String text) {
        Set<String> domains = Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        domains.stream().filter(domain -> !isHostname(domain)).findFirst().ifPresent(bad -> {
            throw new IllegalArgumentException("'" + bad + "' is no domain");
        });
        return domains;
    }

    /** Networks in CIDR notation, none wider than /8 or /16: a slip would trust half of the world. */
    static List<String> networks(String text) {
        return listOf(
                text,
                network -> network.contains("/") && isAddressOrNetwork(network),
                "is no network with 8 to 32 bits, or 16 to 128 for IPv6");
    }

    /** Addresses and networks in CIDR notation, in their order; an address is a network of its own. */
    static List<String> addressBlock(String text) {
        return listOf(text, HostTexts::isAddressOrNetwork, "is no address and no network");
    }

    /** IP addresses, in their order. */
    static List<String> addresses(String text) {
        return listOf(text, part -> InetAddresses.isInetAddress(part) && !part.contains("%"), "is no IP address");
    }

    private static List<String> listOf(String text, Predicate<String> good, String problem) {
        List<String> parts = Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text);
        parts.stream().filter(part -> !good.test(part)).findFirst().ifPresent(bad -> {
            throw new IllegalArgumentException("'" + bad + "' " + problem);
        });
        return parts;
    }

    private static boolean isAddressOrNetwork(String text) {
        String address = text.replaceFirst("/\\d{1,3}$", "");
        if (!InetAddresses.isInetAddress(address) || address.contains("%")) {
            return false;
        }
        int most = InetAddresses.forString(address).getAddress().length * 8;
        int least = most == 32 ? 8 : 16;
        int bits = address.equals(text) ? most : Integer.parseInt(text.substring(address.length() + 1));
        return bits >= least && bits <= most;
    }

    // A name whose last label is a number would be taken for an IP address (RFC 1123 section 2.1).
    private static boolean isHostname(String text) {
        return !text.matches("(.*\\.)?\\d+")
                && text.matches("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    }

    static String breaker(String text) {
        return switch (text) {
            case "on", "report-only", "off" -> text;
            default -> throw new IllegalArgumentException("none of these three");
        };
    }
}
