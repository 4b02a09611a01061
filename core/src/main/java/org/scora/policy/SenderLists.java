package org.scora.policy;

import java.util.List;

/** The stored allow and block lists. Throws UncheckedIOException when the store can not be reached. */
public interface SenderLists {

    /** The entries of one protected domain, by kind and pattern. */
    List<ListEntry> of(String domainName);

    /** Adds an entry; one of the same kind, domain and pattern is replaced. */
    void add(ListEntry entry);

    /** False when there was no such entry. */
    boolean remove(ListEntry.Kind kind, String domainName, String pattern);
}
