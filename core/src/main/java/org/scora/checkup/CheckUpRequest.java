package org.scora.checkup;

import java.net.InetAddress;
import java.util.Optional;

/**
 * What to look at.
 *
 * @param domain in its normal form
 * @param recipient the local part of a mailbox that there is, to be asked for; without one the first on the list, and
 *     postmaster
 * @param elsewhere an address of this machine from which the domain's own servers should take no mail
 */
public record CheckUpRequest(String domain, Optional<String> recipient, Optional<InetAddress> elsewhere) {

    public static CheckUpRequest of(String domain) {
        return new CheckUpRequest(domain, Optional.empty(), Optional.empty());
    }
}
