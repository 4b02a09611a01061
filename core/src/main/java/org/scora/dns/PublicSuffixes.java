package org.scora.dns;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.util.Locale;

/** Knows where the domains that someone may register begin: the public suffix list. */
@FunctionalInterface
public interface PublicSuffixes {

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
