package org.scora.policy;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.domain.DomainNames;
import org.scora.message.Addresses;
import org.scora.message.Authentication;
import org.scora.message.Envelope;

/**
 * Who sent a message, as list entries see it: where it came from, which addresses it claims (the envelope's sender and
 * those in From), and what of this is proven.
 */
public record Sender(Optional<InetAddress> clientAddress, List<String> addresses, Authentication authentication) {
    // A message with more addresses in From than this is broken or hostile, and a few are as good as all.
    private static final int MOST_ADDRESSES = 50;

    public Sender {
        addresses = List.copyOf(addresses);
    }

    /** @param fromAddresses the addresses in the From header as they stand there, in any case */
    public static Sender of(Envelope envelope, List<String> fromAddresses, Authentication authentication) {
        List<String> addresses = Stream.concat(envelope.sender().stream(), fromAddresses.stream())
                .limit(MOST_ADDRESSES)
                .toList();
        return new Sender(envelope.clientAddress(), addresses, authentication);
    }

    /** Whether the connection or a claimed address is one that the pattern stands for, proven or not. */
    boolean matches(String pattern) {
        return comesFrom(pattern) || addresses.stream().anyMatch(address -> standsFor(pattern, address));
    }

    /** The same, with a claimed address counted only if the sender proved its domain; a connection proves itself. */
    public boolean provablyMatches(String pattern) {
        return comesFrom(pattern)
                || addresses.stream().anyMatch(address -> standsFor(pattern, address) && proves(address, pattern));
    }

    private boolean comesFrom(String pattern) {
        return clientAddress.isPresent() && isHost(pattern) && comesFrom(clientAddress.get(), pattern);
    }

    private static boolean isHost(String pattern) {
        return !pattern.contains("@") && (pattern.contains("/") || InetAddresses.isInetAddress(pattern));
    }

    private static boolean comesFrom(InetAddress client, String pattern) {
        return pattern.contains("/")
                ? Network.parse(pattern).contains(client)
                : InetAddresses.forString(pattern).equals(client);
    }

    private static boolean standsFor(String pattern, String address) {
        Optional<String> domain = domainOf(address);
        if (domain.isEmpty()) {
            return false;
        }
        if (pattern.contains("@")) {
            String localPart = Addresses.localPartOf(address).toLowerCase(Locale.ROOT);
            return pattern.equals(localPart + "@" + domain.get());
        }
        // On label borders only: evilexample.com is not example.com.
        return domain.get().equals(pattern) || domain.get().endsWith("." + pattern);
    }

    // A signature of example.com vouches for mail.example.com too, where the entry is about example.com.
    private boolean proves(String address, String pattern) {
        return authentication.proves(pattern)
                || domainOf(address)
                        .filter(domain -> authentication.proves(domain) || provesAsFrom(domain))
                        .isPresent();
    }

    private boolean provesAsFrom(String domain) {
        return authentication.aligned()
                && authentication.fromDomain().filter(domain::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> domainOf(String address) {
        return Addresses.domainOf(address).flatMap(DomainNames::find);
    }
}
