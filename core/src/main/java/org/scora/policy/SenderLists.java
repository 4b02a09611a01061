package org.scora.policy;

import java.util.List;

/** The stored allow and block lists. Throws UncheckedIOException when the store can not be reached. */
public interface SenderLists {

    /** The entries of one protected domain, by kind and pattern. */
    List<ListEntry> of(String domainName);

    /**
     * Adds an entry, its pattern brought into its form; one of the same kind, domain and pattern is replaced. It goes
     * when its domain is removed.
     *
     * @throws IllegalArgumentException with a text that helps, for a domain that is not protected and for a bad pattern
     */
    void add(ListEntry entry);

    /** False when there was no such entry. */
    boolean remove(ListEntry.Kind kind, String domainName, String pattern);

    /** The same lists; changes are noted in the name of who is named here. */
    SenderLists by(String who);
}
