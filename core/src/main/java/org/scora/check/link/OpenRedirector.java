package org.scora.check.link;

import java.util.List;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.DataFile;
import org.scora.dns.PublicSuffixes;
import org.scora.message.IncomingMessage;
import org.scora.message.Link;

/** Does a link hide where it leads behind a page of a great site that sends everybody on? */
public final class OpenRedirector implements Check {
    static final String FINDING = "LINK_OPEN_REDIRECTOR";

    private final PublicSuffixes suffixes;
    private final List<Redirector> redirectors;

    private record Redirector(String site, String path) {}

    public OpenRedirector(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
        this.redirectors = DataFile.rows(OpenRedirector.class, "redirectors.tsv", 2).stream()
                .map(row -> new Redirector(row.get(0), row.get(1)))
                .toList();
    }

    @Override
    public String name() {
        return "open-redirector";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return message.links().stream()
                .map(Link::target)
                .filter(this::isRedirected)
                .findFirst()
                .map(target -> CheckResult.found(
                        FINDING, "a link leads on by way of " + target.substring(0, Math.min(150, target.length()))))
                .orElseGet(CheckResult::notFound);
    }

    private boolean isRedirected(String target) {
        Optional<String> host = Host.ofLink(target).map(Host::name);
        if (host.isEmpty()) {
            return false;
        }
        int path = target.indexOf('/', target.indexOf(':') + 3);
        return path > 0
                && redirectors.stream()
                        .anyMatch(known -> target.startsWith(known.path(), path) && isSite(host.get(), known.site()));
    }

    /** A site without a suffix stands for the firm in all countries. */
    private boolean isSite(String host, String site) {
        return site.indexOf('.') < 0
                ? suffixes.organizationalDomain(host).startsWith(site + ".")
                : host.equals(site) || host.endsWith("." + site);
    }
}
