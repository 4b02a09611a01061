package org.scora.check.dnslist;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.check.link.Host;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.IncomingMessage;
import org.scora.message.Mailbox;

/** What a message gives to ask lists about. Bounded. */
final class Subjects {
    private static final int RECEIVED_AT_MOST = 5;
    private static final int DOMAINS_AT_MOST = 20;
    private static final int RECEIVED_FIELDS_AT_MOST = 20;
    // The address that the receiving server saw stands in brackets (RFC 5321 section 4.4).
    private static final Pattern IN_BRACKETS = Pattern.compile("\\[(?:IPv6:)?([0-9A-Fa-f.:]{3,45})]");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63}){1,20}");

    private final IncomingMessage message;
    private final PublicSuffixes suffixes;

    Subjects(IncomingMessage message, PublicSuffixes suffixes) {
        this.message = message;
        this.suffixes = suffixes;
    }

    /** Addresses, or organizational domains in their ASCII form. */
    List<String> of(Subject subject) {
        return switch (subject) {
            case CLIENT -> client().stream().toList();
            case RECEIVED -> received();
            case LINK ->
                domains(message.links().stream()
                        .flatMap(link -> Host.ofLink(withScheme(link.target())).stream())
                        .map(Host::ascii));
            case SENDER -> domains(senders().flatMap(address -> Addresses.domainOf(address).stream()));
        };
    }

    private Optional<String> client() {
        return message.envelope().clientAddress().flatMap(Subjects::client);
    }

    /** A client as lists are asked about it; empty when none knows anything of it. */
    static Optional<String> client(InetAddress address) {
        return Optional.of(address)
                .filter(Subjects::isPublic)
                .map(InetAddresses::toAddrString)
                .map(Subjects::withoutScope);
    }

    private List<String> received() {
        Optional<String> client = client();
        return message.headers("Received").stream()
                .limit(RECEIVED_FIELDS_AT_MOST)
                .flatMap(field -> IN_BRACKETS.matcher(field).results().limit(2))
                .map(found -> found.group(1))
                .filter(InetAddresses::isInetAddress)
                .map(InetAddresses::forString)
                .filter(Subjects::isPublic)
                .map(InetAddresses::toAddrString)
                .filter(address -> !client.equals(Optional.of(address)))
                .distinct()
                .limit(RECEIVED_AT_MOST)
                .toList();
    }

    private Stream<String> senders() {
        return Stream.of(
                        message.envelope().sender().stream(),
                        message.from().stream().map(Mailbox::address),
                        message.replyTo().stream().map(Mailbox::address))
                .flatMap(addresses -> addresses);
    }

    private List<String> domains(Stream<String> hosts) {
        return hosts.map(suffixes::organizationalDomain)
                .filter(name -> DOMAIN.matcher(name).matches() && !InetAddresses.isInetAddress(name))
                .distinct()
                .limit(DOMAINS_AT_MOST)
                .toList();
    }

    private static String withScheme(String target) {
        return target.regionMatches(true, 0, "www.", 0, 4) ? "http://" + target : target;
    }

    private static String withoutScope(String address) {
        int percent = address.indexOf('%');
        return percent < 0 ? address : address.substring(0, percent);
    }

    /** Of private networks no list knows anything, and a question would tell of ours. */
    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = address instanceof Inet4Address && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean unique = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        return !(shared
                || unique
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress());
    }
}
