package org.scora.trust;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.scora.dns.Dns;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.policy.Network;

/**
 * Who wants to write, as far as the envelope says.
 *
 * @param address of the client
 * @param sender the reverse-path
 * @param proven what SPF says of the sender
 * @param pool what its servers have in common: the domain that SPF proves, or that of the greeting if it leads to the
 *     client, or else the client's network. Large senders try again from another network.
 * @param listed whether a block list names the client, however little that says: then its network does not speak for it
 */
public record Visitor(InetAddress address, String sender, Authentication proven, String pool, boolean listed) {
    private static final int LONGEST = 253;

    /** Asks the DNS about the greeting, unless SPF proves the sender. */
    static Visitor of(
            InetAddress client,
            String helo,
            String sender,
            Authentication proven,
            boolean listed,
            Dns dns,
            PublicSuffixes suffixes) {
        String pool = provenDomain(proven)
                .or(() -> greetingOf(client, helo, dns))
                .map(suffixes::organizationalDomain)
                .orElseGet(() -> Network.around(client).toString());
        return new Visitor(client, sender, proven, bounded(pool), listed);
    }

    /** Its entry in the greylist for mail to a domain. */
    GreylistKey keyFor(String domain) {
        return new GreylistKey(pool, bounded(Addresses.domainOf(sender).orElse("")), bounded(domain));
    }

    /** The domain that SPF proves. */
    Optional<String> provenDomain() {
        return provenDomain(proven);
    }

    private static Optional<String> provenDomain(Authentication proven) {
        return proven.spf() == Result.PASS ? proven.spfDomain() : Optional.empty();
    }

    private static Optional<String> greetingOf(InetAddress client, String helo, Dns dns) {
        boolean isName = helo.contains(".") && !helo.startsWith("[") && helo.length() <= LONGEST;
        return isName && dns.addresses(helo).records().contains(client) ? Optional.of(helo) : Optional.empty();
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
    }
}
