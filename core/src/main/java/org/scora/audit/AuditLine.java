package org.scora.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One change.
 *
 * @param who the account that made it, such as {@code ann (scora command)}
 * @param domain the protected domain it is about; empty for profiles
 * @param what is changed, such as {@code spamQuarantine} or {@code mailboxes}
 * @param before empty when there was nothing
 * @param after empty when there is nothing any more; of what was tried, what came of it
 * @param origin from where, where that was told
 * @param reason why, where that was told
 */
public record AuditLine(
        Instant at,
        String who,
        Optional<String> domain,
        String what,
        Optional<String> before,
        Optional<String> after,
        Optional<String> origin,
        Optional<String> reason) {

    /** Who changes when nobody says who: the gateway itself. */
    public static final String GATEWAY = "the gateway itself";
}
