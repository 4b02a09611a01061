package org.scora.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.scora.message.Addresses;

/** Says which recipients are taken, and how the others are refused. This is what keeps Scora from being an open relay. */
public final class RecipientGate {
    // Source routes, the percent hack, bang paths and quoted @ made old relays pass mail on (RFC 5321 appendix F.2, C).
    private static final Pattern ROUTED = Pattern.compile("[%!@:,\"\\s]|[^\\x21-\\x7e]");

    private final ProtectedDomains domains;

    public RecipientGate(ProtectedDomains domains) {
        this.domains = domains;
    }

    /**
     * The refusal for a recipient, empty when mail to it is taken.
     *
     * @param recipient local-part@domain as the client sent it, without angle brackets
     */
    public Optional<Refusal> refusalFor(String recipient) {
        String localPart = Addresses.localPartOf(recipient);
        Optional<ProtectedDomain> domain = Addresses.domainOf(recipient).flatMap(domains::find);
        if (domain.isEmpty() || localPart.isEmpty() || ROUTED.matcher(localPart).find()) {
            return Optional.of(Refusal.relayDenied());
        }
        return refusalFor(domain.get(), localPart);
    }

    private Optional<Refusal> refusalFor(ProtectedDomain domain, String localPart) {
        if (domain.state() != DomainState.ACTIVE) {
            return Optional.of(Refusal.domainNotActive(domain.name()));
        }
        boolean known = domain.acceptsAnyMailbox()
                || localPart.equalsIgnoreCase("postmaster")
                || domains.hasMailbox(domain.name(), localPart);
        return known ? Optional.empty() : Optional.of(Refusal.unknownMailbox());
    }
}
