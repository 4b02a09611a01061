package org.scora.checkup;

import java.util.Optional;
import org.scora.domain.ProtectedDomain;

/**
 * What all parts of a check-up know.
 *
 * @param known the domain as it is protected here; empty when it is not
 */
record Situation(CheckUpRequest request, Optional<ProtectedDomain> known) {
    String domain() {
        return request.domain();
    }
}
