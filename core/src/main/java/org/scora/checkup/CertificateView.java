package org.scora.checkup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a server's certificate.
 *
 * @param problem why nobody vouches for it; empty when an authority that Java knows does
 * @param matches whether it is for the name in the route
 * @param names for which it is
 */
public record CertificateView(Optional<String> problem, boolean matches, List<String> names, Instant expires) {

    public CertificateView {
        names = List.copyOf(names);
    }
}
