package org.scora.policy;

import java.util.Map;

/**
 * What mailetcontainer.xml sets for Decide, remembered for those who ask what holds for a domain. Where Decide stands
 * several times, the last one counts here. Thread-safe.
 */
public final class ChainProfile {
    private volatile Map<String, String> written = Map.of();

    /** To be called by Decide with what is written for it. */
    public void is(Map<String, String> parameters) {
        written = Map.copyOf(parameters);
    }

    /** Values by name. */
    public Map<String, String> written() {
        return written;
    }
}
