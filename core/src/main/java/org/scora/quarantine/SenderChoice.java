package org.scora.quarantine;

import com.google.common.net.InetAddresses;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scora.check.known.KnownHosts;
import org.scora.domain.DomainNames;
import org.scora.domain.ProtectedDomains;
import org.scora.message.Addresses;
import org.scora.message.Authentication;
import org.scora.message.Authentication.Result;
import org.scora.message.Authentication.Signature;
import org.scora.policy.ListEntry;
import org.scora.policy.Sender;

/**
 * What to write into a list so that it stands for the sender of a held message. Nobody is allowed who did not prove to
 * be who he says, and never one of the gateway's own domains: anybody could use that name.
 */
public final class SenderChoice {
    /** For how long a sender is let through, where nobody says otherwise. */
    public static final Duration ALLOWED_FOR = Duration.ofDays(365);

    /** How much of the sender an entry stands for. */
    public enum Scope {
        /** The address in From. */
        ADDRESS,
        /** All addresses of the domain in From. */
        DOMAIN,
        /** The domain that signed the message (DKIM), for senders who use another address each time. */
        SIGNER
    }

    // Long numbers, a recipient's address in the sender's (VERP), and the names that bulk mailers use.
    private static final Pattern FOR_ONE_MESSAGE =
            Pattern.compile(".*[0-9]{7,}.*|.*[0-9a-f]{16,}.*|.+=.+|(bounces?|return|verp|prvs|srs[01])[-+=._].*");

    private final ProtectedDomains domains;
    private final KnownHosts hosts;

    public SenderChoice(ProtectedDomains domains, KnownHosts hosts) {
        this.domains = domains;
        this.hosts = hosts;
    }

    /**
     * The pattern of an allow entry.
     *
     * @throws IllegalArgumentException with a text for people when there can be none
     */
    public String toAllow(HeldMessage message, Scope scope) {
        String pattern =
                notOurs(ListEntry.parsePattern(scope == Scope.SIGNER ? signer(message) : written(message, scope)));
        Authentication authentication = message.facts().authentication();
        if (scope == Scope.ADDRESS
                && FOR_ONE_MESSAGE.matcher(Addresses.localPartOf(pattern)).matches()) {
            throw new IllegalArgumentException(pattern + " looks like an address for one message only; allow the domain"
                    + " that signed it, if there is one");
        }
        if (!new Sender(Optional.empty(), addresses(message), authentication).provablyMatches(pattern)) {
            throw new IllegalArgumentException("nothing proves that it came from " + pattern
                    + ": anybody could use that name, so it is not allowed");
        }
        return pattern;
    }

    /**
     * The pattern of a block entry.
     *
     * @throws IllegalArgumentException with a text for people when there can be none
     */
    public String toBlock(HeldMessage message, Scope scope) {
        return notOurs(ListEntry.parsePattern(scope == Scope.SIGNER ? signer(message) : written(message, scope)));
    }

    /**
     * The pattern of an entry that a user writes for the own mailbox: an address, or a domain that is one sender's.
     *
     * @throws IllegalArgumentException with a text for people when there can be none
     */
    public String toList(String written) {
        String pattern = ListEntry.parsePattern(written);
        boolean named = pattern.contains("@") || DomainNames.find(pattern).isPresent();
        if (!named || InetAddresses.isInetAddress(pattern)) {
            throw new IllegalArgumentException("'" + pattern + "' is neither an address nor a domain");
        }
        return notOurs(pattern.contains("@") ? pattern : notForEverybody(pattern));
    }

    private String written(HeldMessage message, Scope scope) {
        String address = addresses(message).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the message names no sender"));
        String domain = Addresses.domainOf(address)
                .flatMap(DomainNames::find)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + address + "' is no address that a list can hold"));
        return scope == Scope.ADDRESS ? Addresses.localPartOf(address) + "@" + domain : notForEverybody(domain);
    }

    /** Those in From first, since they are what people see. */
    private static List<String> addresses(HeldMessage message) {
        return Stream.concat(message.facts().from().stream(), message.sender().stream())
                .toList();
    }

    private String signer(HeldMessage message) {
        List<String> senders = addresses(message).stream()
                .flatMap(address -> Addresses.domainOf(address).stream())
                .toList();
        return message.facts().authentication().dkim().stream()
                .filter(signature -> signature.result() == Result.PASS)
                .map(Signature::domain)
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .filter(domain -> senders.stream().anyMatch(sender -> isUnder(sender, domain)))
                .findFirst()
                .map(this::notForEverybody)
                .orElseThrow(() ->
                        new IllegalArgumentException("no domain that stands in a sender's address signed it (DKIM)"));
    }

    private String notForEverybody(String domain) {
        if (hosts.entry(KnownHosts.Kind.FREE_MAIL, domain).isPresent()) {
            throw new IllegalArgumentException(
                    "everybody can have an address at " + domain + "; name the address alone");
        }
        return domain;
    }

    private String notOurs(String pattern) {
        String domain = Addresses.domainOf(pattern).orElse(pattern);
        boolean ours =
                domains.all().stream().anyMatch(own -> isUnder(domain, own.name()) || isUnder(own.name(), domain));
        if (ours) {
            throw new IllegalArgumentException(
                    domain + " is a domain that this gateway protects, whose name forgers like best;"
                            + " it is not put on a list");
        }
        return pattern;
    }

    private static boolean isUnder(String name, String domain) {
        return name.equals(domain) || name.endsWith("." + domain);
    }
}
