package org.scora.mailets.relay;

import java.util.Optional;

/** Puts a seal in front of what goes to a domain, where it gets one. */
interface RelaySeal {
    /** Leaves messages as they are. */
    RelaySeal NONE = (source, receipt, domain) -> source;

    /** Throws UncheckedIOException when it can not be told now whether there is to be one. */
    byte[] on(byte[] source, Optional<String> receipt, String domain);
}
