package org.scora.domain;

import java.util.List;

/**
 * What bringing in a list of mailboxes changed, or would change.
 *
 * @param before how many there were
 * @param added how many of the names are new
 * @param removed how many go
 * @param someAdded the first of them
 * @param someRemoved the first of them
 * @param applied whether it was done
 */
public record MailboxDifference(
        long before, long added, long removed, List<String> someAdded, List<String> someRemoved, boolean applied) {

    public MailboxDifference {
        someAdded = List.copyOf(someAdded);
        someRemoved = List.copyOf(someRemoved);
    }

    /** Whether more than half of the list goes, which an empty or a broken file would do too. */
    public boolean empties() {
        return removed * 2 > before;
    }

    /** The same, done. */
    public MailboxDifference done() {
        return new MailboxDifference(before, added, removed, someAdded, someRemoved, true);
    }
}
