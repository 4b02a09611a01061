package org.scora.domain;

import java.util.List;

/**
 * A domain whose mail Scora takes.
 *
 * @param name in lower case, in its ASCII form (RFC 5890), without a trailing dot; brought into that form here
 * @param route its own mail servers, the preferred first; never empty
 * @param acceptsAnyMailbox whether mail to mailboxes that are not on the list is taken
 * @param administrators addresses that get the reports; may be empty
 */
public record ProtectedDomain(
        String name, DomainState state, List<RouteHost> route, boolean acceptsAnyMailbox, List<String> administrators) {

    /** @throws IllegalArgumentException for a name that is not a domain's, and for an empty route */
    public ProtectedDomain {
        name = DomainNames.parse(name);
        route = List.copyOf(route);
        administrators = List.copyOf(administrators);
        if (route.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a mail server of its own to which its mail is relayed");
        }
    }
}
