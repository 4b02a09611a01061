package org.scora.seal;

import java.util.Optional;

/**
 * Whether a message came through the gateway.
 *
 * @param seal the one that it has, good or bad
 */
public record SealVerdict(State state, Optional<Seal> seal) {

    /** What the seal says. */
    public enum State {
        /** It came through this gateway. */
        GENUINE,
        /** The seal is good but old: it may have been copied from an earlier message. */
        OLD,
        /** The seal is good, but for another domain. */
        OTHER_DOMAIN,
        /** It has no seal: it went around the gateway, or was not relayed by it. */
        MISSING,
        /** It has a seal that this gateway did not make, or several. */
        FORGED
    }
}
