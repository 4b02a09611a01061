package org.scora.check.header;

import java.util.List;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.KnownHosts;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.IncomingMessage;

/** Is the sender's domain one that no one can have, or one of those that are bought to be thrown away? */
public final class SenderDomain implements Check {
    static final String IMPOSSIBLE = "FROM_DOMAIN_IMPOSSIBLE";
    static final String CHEAP = "FROM_DOMAIN_CHEAP";

    private final KnownHosts hosts;

    public SenderDomain(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return "sender-domain";
    }

    @Override
    public List<String> findings() {
        return List.of(IMPOSSIBLE, CHEAP);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Optional<String> domain =
                message.from().stream().findFirst().flatMap(from -> Addresses.domainOf(from.address()));
        return domain.map(this::judged).orElseGet(CheckResult::notFound);
    }

    private CheckResult judged(String domain) {
        // A machine of an own network writes with its plain name; what is bound for people elsewhere has a dot.
        if (!domain.startsWith("[") && !PublicSuffixes.hasKnownEnding(domain)) {
            return CheckResult.found(IMPOSSIBLE, "From is in the domain " + domain);
        }
        return hosts.entry(KnownHosts.Kind.CHEAP, domain)
                .map(ending -> CheckResult.found(CHEAP, "From is in the domain " + domain))
                .orElseGet(CheckResult::notFound);
    }
}
