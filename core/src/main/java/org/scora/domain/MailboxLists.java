package org.scora.domain;

import java.util.Collection;
import java.util.List;

/**
 * The lists of mailboxes, however long they are. Throws as {@link ProtectedDomains} does, and IllegalArgumentException
 * with a text that helps for an unknown domain and for what is no mailbox's name.
 */
public interface MailboxLists {

    /** How many mailboxes are on the list. */
    long count(String domainName);

    /** The local parts behind this one, in an order of the store's own; the first ones behind an empty text. */
    List<String> after(String domainName, String localPart, int most);

    /** Brings the list in line with the names, all in one step, or says what that would do. */
    MailboxDifference bring(String domainName, Iterable<String> localParts, MailboxImport how);

    /** Takes mailboxes off the list; returns how many were on it. */
    int remove(String domainName, Collection<String> localParts);

    /** The same lists; changes are noted in the name of who is named here. */
    MailboxLists by(String who);
}
