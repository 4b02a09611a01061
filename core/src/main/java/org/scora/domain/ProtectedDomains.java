package org.scora.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The protected domains and their mailboxes. Names are looked up without regard to case; local parts too, since the
 * mailbox lists that administrators bring do not keep it. Every method throws UncheckedIOException when the store can
 * not be reached, and what was changed is durable on return, noted in the audit log, and known to all nodes within
 * seconds.
 */
public interface ProtectedDomains {

    Optional<ProtectedDomain> find(String domainName);

    /** All of them, by name. */
    List<ProtectedDomain> all();

    /**
     * Adds a domain or changes one, in one step: what somebody else changes of it at the same time is not undone.
     *
     * @param change makes the domain of that name out of what it is now; may be run again, and may throw to leave all
     *     as it was
     */
    ProtectedDomain change(String domainName, Function<Optional<ProtectedDomain>, ProtectedDomain> change);

    /** Adds the domain, or replaces the one of that name; its mailboxes stay. */
    default void save(ProtectedDomain domain) {
        change(domain.name(), known -> domain);
    }

    /** Forgets a domain with its mailboxes, aliases, settings, exemptions and lists; false when it was not known. */
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

    /** Whether a recipient, in this very spelling, is exempt. For whom an address leads to, ask {@link Recipients}. */
    boolean isExempt(String recipient);

    /** Local parts of the recipients that are exempt, sorted. */
    List<String> exemptions(String domainName);

    /**
     * Turns the exemption of a recipient on or off.
     *
     * @throws IllegalArgumentException with a text that helps, when it is no address of a protected domain
     */
    void setExempt(String recipient, boolean exempt);

    /** The same domains; what is changed by this view is noted in the audit log in the name of who is named here. */
    ProtectedDomains by(String who);
}
