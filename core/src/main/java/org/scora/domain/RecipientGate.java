package org.scora.domain;

import com.google.common.base.CharMatcher;
import java.util.Optional;
import org.scora.message.Addresses;

/** Says which recipients are taken, and how the others are refused. This is what keeps Scora from being an open relay. */
public final class RecipientGate {
    private final ProtectedDomains domains;
    private final Recipients recipients;
    private final CallForward servers;
    private final ServiceAddresses services;

    /**
     * @param servers asks the servers of the domains that want it
     * @param services addresses of the gateway itself, which are taken besides those of protected domains
     */
    public RecipientGate(
            ProtectedDomains domains, Recipients recipients, CallForward servers, ServiceAddresses services) {
        this.domains = domains;
        this.recipients = recipients;
        this.servers = servers;
        this.services = services;
    }

    /**
     * The refusal for a recipient, empty when mail to it is taken.
     *
     * @param recipient local-part@domain as the client sent it, without angle brackets
     */
    public Optional<Refusal> refusalFor(String recipient) {
        // SMTPUTF8 is not offered; beyond ASCII, letters exist whose lower case is a plain k or s.
        if (!CharMatcher.ascii().matchesAllOf(recipient)) {
            return Optional.of(Refusal.relayDenied());
        }
        if (services.contains(recipient)) {
            return Optional.empty();
        }
        String localPart = Addresses.localPartOf(recipient);
        Optional<ProtectedDomain> domain = Addresses.domainOf(recipient)
                .filter(name -> !name.endsWith("."))
                .flatMap(domains::find);
        if (domain.isEmpty() || !MailboxNames.plain(localPart, domain.get().name())) {
            return Optional.of(Refusal.relayDenied());
        }
        return refusalFor(domain.get(), localPart);
    }

    private Optional<Refusal> refusalFor(ProtectedDomain domain, String localPart) {
        if (domain.state() != DomainState.ACTIVE) {
            return Optional.of(Refusal.domainNotActive(domain.name()));
        }
        if (localPart.equalsIgnoreCase("postmaster")) {
            return Optional.empty();
        }
        return switch (domain.recipients()) {
            case ANY -> Optional.empty();
            case LISTED ->
                recipients.isListed(domain, localPart) ? Optional.empty() : Optional.of(Refusal.unknownMailbox());
            case ASK_SERVER -> recipients.isListed(domain, localPart) ? Optional.empty() : byServer(domain, localPart);
        };
    }

    private Optional<Refusal> byServer(ProtectedDomain domain, String localPart) {
        return switch (servers.ask(domain, localPart)) {
            case TAKES -> Optional.empty();
            case REFUSES -> Optional.of(Refusal.unknownMailbox());
            case UNKNOWN, UNREACHABLE -> Optional.of(Refusal.serverDoesNotSay(domain.name()));
        };
    }
}
