package org.scora.check.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.KnownHosts;
import org.scora.check.known.KnownHosts.Kind;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/** Does a link lead to a place that anyone can set up within minutes and for next to nothing? Honest people do that too. */
public final class HostForAnyone implements Check {
    static final String SHORTENER = "LINK_SHORTENER";
    static final String FREE_PAGE = "LINK_FREE_PAGE";
    static final String FORM = "LINK_TO_FORM";
    static final String TUNNEL = "LINK_TO_TUNNEL";
    static final String CHEAP = "LINK_CHEAP_DOMAIN";

    private static final Map<Kind, String> NAMES = new LinkedHashMap<>(Map.of(
            Kind.SHORTENER,
            SHORTENER,
            Kind.FREE_PAGE,
            FREE_PAGE,
            Kind.FORM,
            FORM,
            Kind.TUNNEL,
            TUNNEL,
            Kind.CHEAP,
            CHEAP));

    private final KnownHosts hosts;

    public HostForAnyone(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return "host-for-anyone";
    }

    @Override
    public List<String> findings() {
        return List.of(SHORTENER, FREE_PAGE, FORM, TUNNEL, CHEAP);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Host> linked = Host.ofLinks(message);
        List<Finding> findings = new ArrayList<>();
        NAMES.forEach((kind, name) ->
                first(kind, linked).ifPresent(host -> findings.add(new Finding(name, "a link leads to " + host))));
        return CheckResult.of(findings);
    }

    private Optional<String> first(Kind kind, List<Host> linked) {
        return linked.stream()
                .map(Host::name)
                .filter(host -> hosts.entry(kind, host).isPresent())
                .findFirst();
    }
}
