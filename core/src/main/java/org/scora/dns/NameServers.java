package org.scora.dns;

import java.util.List;

/**
 * The name servers that a domain's zone names itself. A resolver's answer tells what it remembers and for how much
 * longer; theirs tells what holds now, and the time to live that was set. Thread-safe; answers within its own time limit
 * and never throws.
 */
public interface NameServers {

    /** What each of them says of the domain's MX records; empty when none can be found. */
    List<PublishedMx> publishedMx(String domain);
}
