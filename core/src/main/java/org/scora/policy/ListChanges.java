package org.scora.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was changed in the allow and block lists, so that each change can be undone. */
public interface ListChanges {
    /**
     * A change of one entry.
     *
     * @param id names the change
     * @param who made it
     * @param before empty when there was no entry
     * @param after empty when there is none any more
     */
    record ListChange(
            long id,
            Instant at,
            String who,
            ListEntry.Kind kind,
            String domain,
            String pattern,
            Optional<ListEntry> before,
            Optional<ListEntry> after) {}

    /** The newest changes, the newest first; of one domain, or of all. */
    List<ListChange> newest(Optional<String> domain, int limit);

    /** The change that made an entry what it is; empty when it is not among the newest of its domain. */
    default Optional<ListChange> of(ListEntry entry) {
        return newest(Optional.of(entry.domain()), 100).stream()
                .filter(change ->
                        change.kind() == entry.kind() && change.pattern().equals(entry.pattern()))
                .findFirst();
    }

    /**
     * Brings an entry back to what it was before a change. That is a change too.
     *
     * @param who in whose name
     * @return the change that was undone
     * @throws IllegalArgumentException with a text that helps, for an id that is not known, for an entry that was changed
     *     again since, and for a domain that is not protected any more
     */
    ListChange undo(long id, String who);
}
