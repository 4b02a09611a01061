package org.scora.dns;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.Set;

/** Knows where the domains that someone may register begin: the public suffix list. */
@FunctionalInterface
public interface PublicSuffixes {
    /** Endings of names that are not in the public DNS. */
    Set<String> OWN_ENDINGS = Set.of(
            "example",
            "test",
            "invalid",
            "local",
            "localhost",
            "lan",
            "home",
            "internal",
            "intranet",
            "corp",
            "private",
            "arpa",
            "alt",
            "onion");

    /**
     * The organizational domain (RFC 7489 section 3.2) in lower case: {@code example.co.uk} for
     * {@code mail.example.co.uk}. What is a public suffix itself, an IP address, or no domain name comes back as it is.
     */
    String organizationalDomain(String host);

    /** Whether two hosts belong to one organization. */
    default boolean sameOrganization(String one, String other) {
        return organizationalDomain(one).equals(organizationalDomain(other));
    }

    /** The list that comes with the library. Names under a suffix that is not on the list count by their last two labels. */
    static PublicSuffixes bundled() {
        return PublicSuffixes::byGuava;
    }

    /**
     * Whether a name ends in a top level that exists, by the list that comes with the library, or in one that is set aside
     * for own networks and for examples (RFC 2606, RFC 6762 appendix G, RFC 9476).
     */
    static boolean hasKnownEnding(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return InetAddresses.isInetAddress(name)
                || OWN_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                || InternetDomainName.isValid(name)
                        && InternetDomainName.from(name).hasPublicSuffix();
    }

    private static String byGuava(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (InetAddresses.isInetAddress(name) || !InternetDomainName.isValid(name)) {
            return name;
        }
        InternetDomainName domain = InternetDomainName.from(name);
        if (domain.isUnderPublicSuffix()) {
            return domain.topPrivateDomain().toString();
        }
        return domain.hasPublicSuffix() ? name : lastTwoLabels(domain);
    }

    private static String lastTwoLabels(InternetDomainName domain) {
        int labels = domain.parts().size();
        return String.join(".", domain.parts().subList(Math.max(0, labels - 2), labels));
    }
}
