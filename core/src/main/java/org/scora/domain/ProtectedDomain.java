package org.scora.domain;

import java.util.List;

/**
 * A domain whose mail Scora takes.
 *
 * @param name in lower case, in its ASCII form (RFC 5890), without a trailing dot; brought into that form here
 * @param route its own mail servers, the preferred first; never empty
 * @param tls how the way to them is protected
 * @param recipients how it is known which recipients there are
 * @param profile the name of the profile whose settings hold where the domain has none of its own
 * @param administrators addresses that get the reports; may be empty
 */
public record ProtectedDomain(
        String name,
        DomainState state,
        List<RouteHost> route,
        TlsPolicy tls,
        RecipientPolicy recipients,
        String profile,
        List<String> administrators) {
    /** The profile of domains for which none was named. */
    public static final String DEFAULT_PROFILE = "default";

    /** @throws IllegalArgumentException for a name that is not a domain's, and for an empty route */
    public ProtectedDomain {
        name = DomainNames.parse(name);
        route = List.copyOf(route);
        administrators = List.copyOf(administrators);
        if (route.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a mail server of its own to which its mail is relayed");
        }
    }

    /** A domain with opportunistic TLS and the default profile. */
    public ProtectedDomain(
            String name,
            DomainState state,
            List<RouteHost> route,
            RecipientPolicy recipients,
            List<String> administrators) {
        this(name, state, route, TlsPolicy.OPPORTUNISTIC, recipients, DEFAULT_PROFILE, administrators);
    }

    public ProtectedDomain withState(DomainState other) {
        return new ProtectedDomain(name, other, route, tls, recipients, profile, administrators);
    }

    public ProtectedDomain withRoute(List<RouteHost> other) {
        return new ProtectedDomain(name, state, other, tls, recipients, profile, administrators);
    }

    public ProtectedDomain withTls(TlsPolicy other) {
        return new ProtectedDomain(name, state, route, other, recipients, profile, administrators);
    }

    public ProtectedDomain withRecipients(RecipientPolicy other) {
        return new ProtectedDomain(name, state, route, tls, other, profile, administrators);
    }

    public ProtectedDomain withProfile(String other) {
        return new ProtectedDomain(name, state, route, tls, recipients, other, administrators);
    }

    public ProtectedDomain withAdministrators(List<String> others) {
        return new ProtectedDomain(name, state, route, tls, recipients, profile, others);
    }
}
