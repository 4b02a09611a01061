package org.scora.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Addresses that lead to mailboxes of the same domain. Local parts are compared without regard to case. Throws as
 * {@link ProtectedDomains} does.
 */
public interface Aliases {

    /** The mailboxes to which an alias leads, sorted; empty when there is no such alias. */
    List<String> mailboxesOf(String domainName, String alias);

    /** All aliases of a domain with the mailboxes to which they lead, sorted. */
    Map<String, List<String>> of(String domainName);

    /**
     * Makes an alias lead to these mailboxes and to no others; none removes the alias.
     *
     * @throws IllegalArgumentException with a text that helps, for an unknown domain, a name that is no mailbox's, and
     *     an alias that leads to itself or to another alias
     */
    void set(String domainName, String alias, Collection<String> mailboxes);

    /** The same aliases; changes are noted in the name of who is named here. */
    Aliases by(String who);
}
