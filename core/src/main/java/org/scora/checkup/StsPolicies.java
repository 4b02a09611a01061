package org.scora.checkup;

import java.util.Optional;

/** Gets the policy that a domain publishes for MTA-STS (RFC 8461 section 3.2). Answers within ten seconds, never throws. */
public interface StsPolicies {

    /** The policy's text; empty when it can not be got. */
    Optional<String> policyOf(String domain);
}
