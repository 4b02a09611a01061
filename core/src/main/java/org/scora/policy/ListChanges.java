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
     * @param mailbox the local part of the user whose list it is; empty for the domain's
     * @param before empty when there was no entry
     * @param after empty when there is none any more
     */
    record ListChange(
            long id,
            Instant at,
            String who,
            ListEntry.Kind kind,
            String domain,
            Optional<String> mailbox,
            String pattern,
            Optional<ListEntry> before,
            Optional<ListEntry> after) {

        /** Whose list it is, for people: a domain, or the address of a mailbox. */
        public String listOf() {
            return mailbox.map(name -> name + "@" + domain).orElse(domain);
        }
    }

    /** The newest changes, the newest first; of one domain with its users, or of all. */
    List<ListChange> newest(Optional<String> domain, int limit);

    /** The newest changes of a user's lists, the newest first. */
    List<ListChange> newestOfUser(String domain, String mailbox, int limit);

    /** The change that made an entry what it is; empty when it is not among the newest of its list. */
    default Optional<ListChange> of(ListEntry entry) {
        List<ListChange> newest = entry.mailbox()
                .map(mailbox -> newestOfUser(entry.domain(), mailbox, 100))
                .orElseGet(() -> newest(Optional.of(entry.domain()), 100));
        return newest.stream()
                .filter(change -> change.kind() == entry.kind()
                        && change.mailbox().equals(entry.mailbox())
                        && change.pattern().equals(entry.pattern()))
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
