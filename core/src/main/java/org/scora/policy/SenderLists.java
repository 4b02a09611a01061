package org.scora.policy;

import java.util.List;

/** The stored allow and block lists. Throws UncheckedIOException when the store can not be reached. */
public interface SenderLists {
    /** How many entries a user can have. */
    int MOST_OF_USER = 500;

    /** The entries of one protected domain, by kind and pattern; not those of its users. */
    List<ListEntry> of(String domainName);

    /** The entries of one user, by kind and pattern. */
    List<ListEntry> ofUser(String domainName, String mailbox);

    /** Local parts of the users of a domain who have entries, sorted. */
    List<String> usersOf(String domainName);

    /**
     * Adds an entry, its pattern brought into its form; one of the same list and pattern is replaced. It goes when its
     * domain is removed. A user's entry replaces the one of the other kind too: what was said last counts.
     *
     * @throws IllegalArgumentException with a text that helps, for a domain that is not protected, for a bad pattern, and
     *     when a user has {@link #MOST_OF_USER} entries that hold
     */
    void add(ListEntry entry);

    /** False when there was no such entry of the domain. */
    boolean remove(ListEntry.Kind kind, String domainName, String pattern);

    /** False when there was no such entry of the user. */
    boolean removeOfUser(ListEntry.Kind kind, String domainName, String mailbox, String pattern);

    /** The same lists; changes are noted in the name of who is named here. */
    SenderLists by(String who);
}
