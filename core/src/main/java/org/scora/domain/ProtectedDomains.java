package org.scora.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The protected domains and their mailboxes. Names are looked up without regard to case; local parts too, since the
 * mailbox lists that administrators bring do not keep it. Every method throws UncheckedIOException when the store can
 * not be reached, and what was changed is durable on return.
 */
public interface ProtectedDomains {

    Optional<ProtectedDomain> find(String domainName);

    /** All of them, by name. */
    List<ProtectedDomain> all();

    /** Adds the domain, or replaces the one of that name; its mailboxes stay. */
    void save(ProtectedDomain domain);

    /** Forgets a domain with its mailboxes, exemptions and lists; false when it was not known. */
    boolean remove(String domainName);

    boolean hasMailbox(String domainName, String localPart);

    /** Local parts in lower case, sorted. */
    List<String> mailboxes(String domainName);

    /**
     * Adds mailboxes to a domain that is known, all or none; those that exist stay. Returns how many were new.
     *
     * @throws IllegalArgumentException with a text that helps, for an unknown domain and for a name that is no mailbox's
     */
    int addMailboxes(String domainName, Collection<String> localParts);

    /** Whether a recipient's mail is relayed unfiltered. */
    boolean isExempt(String recipient);

    /**
     * Turns the exemption of a recipient on or off.
     *
     * @throws IllegalArgumentException with a text that helps, when it is no address of a protected domain
     */
    void setExempt(String recipient, boolean exempt);
}
