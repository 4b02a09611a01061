package org.scora.directory;

import java.util.List;
import org.scora.domain.MailboxDifference;

/**
 * What a directory changes, or would change, of a domain's list.
 *
 * @param leftOut how many addresses of the domain can be no mailbox here
 * @param someLeftOut the first of them
 */
public record DirectoryDifference(String domain, MailboxDifference difference, long leftOut, List<String> someLeftOut) {

    public DirectoryDifference {
        someLeftOut = List.copyOf(someLeftOut);
    }
}
