package org.scora.check.link;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/** Does the message lead to very many sites? Collections of links do, and mail that hides one link among others. */
public final class ManySites implements Check {
    static final String FINDING = "LINK_MANY_SITES";

    private static final int SITES_AT_LEAST = 25;
    private static final int NAMED = 5;

    @Override
    public String name() {
        return "many-sites";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        if (message.links().size() < SITES_AT_LEAST) {
            return CheckResult.notFound();
        }
        Set<String> sites = Host.ofLinks(message).stream()
                .map(host -> lastTwoLabels(host.name()))
                .collect(Collectors.toSet());
        return sites.size() < SITES_AT_LEAST
                ? CheckResult.notFound()
                : CheckResult.found(
                        FINDING,
                        "links lead to " + sites.size() + " sites, such as "
                                + sites.stream().sorted().limit(NAMED).collect(Collectors.joining(", ")));
    }

    private static String lastTwoLabels(String host) {
        int last = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', last - 1) + 1);
    }
}
