package org.scora.check.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.KnownHosts;
import org.scora.dns.PublicSuffixes;
import org.scora.message.Addresses;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Is the sender's domain one that no one can have, or one of those that are bought to be thrown away? */
public final class SenderDomain implements Check {
    static final String IMPOSSIBLE = "FROM_DOMAIN_IMPOSSIBLE";
    static final String TENANT = "SENDER_TRIAL_TENANT";
    static final String CHEAP = "FROM_DOMAIN_CHEAP";

    // Every tenant of Microsoft 365 has such a name; those who stay put a domain of their own in its place.
    private static final String TENANTS = ".onmicrosoft.com";

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
        return List.of(IMPOSSIBLE, TENANT, CHEAP);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> findings = new ArrayList<>();
        Optional<String> from =
                message.from().stream().findFirst().flatMap(sender -> Addresses.domainOf(sender.address()));
        from.flatMap(this::judged).ifPresent(findings::add);
        Stream.of(from, message.envelope().sender().flatMap(Addresses::domainOf))
                .flatMap(Optional::stream)
                .filter(domain -> domain.endsWith(TENANTS))
                .findFirst()
                .ifPresent(domain -> findings.add(new Finding(TENANT, "the sender is of " + domain)));
        return CheckResult.of(findings);
    }

    private Optional<Finding> judged(String domain) {
        // A machine of an own network writes with its plain name; what is bound for people elsewhere has a dot.
        if (!domain.startsWith("[") && !PublicSuffixes.hasKnownEnding(domain)) {
            return Optional.of(new Finding(IMPOSSIBLE, "From is in the domain " + domain));
        }
        return hosts.entry(KnownHosts.Kind.CHEAP, domain)
                .map(ending -> new Finding(CHEAP, "From is in the domain " + domain));
    }
}
