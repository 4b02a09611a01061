package org.scora.domain;

import java.util.List;

/**
 * A domain whose mail Scora takes.
 *
 * @param name in lower case, in its ASCII form (RFC 5890), without a trailing dot
 * @param route its own mail servers, the preferred first; never empty
 * @param acceptsAnyMailbox whether mail to mailboxes that are not on the list is taken
 * @param administrators addresses that get the reports; may be empty
 */
public record ProtectedDomain(
        String name, DomainState state, List<RouteHost> route, boolean acceptsAnyMailbox, List<String> administrators) {

    public ProtectedDomain {
        route = List.copyOf(route);
        administrators = List.copyOf(administrators);
    }
}
