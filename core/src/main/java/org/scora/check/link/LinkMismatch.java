package org.scora.check.link;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.dns.PublicSuffixes;
import org.scora.message.IncomingMessage;
import org.scora.message.Link;

/** Does a link show one host to the reader and lead to a host of another organization? */
public final class LinkMismatch implements Check {
    static final String FINDING = "LINK_MISMATCH";

    private static final Pattern SHOWN_ADDRESS = Pattern.compile(
            "(?i)\\s{0,10}(?:https?://)?((?:[a-z0-9-]{1,63}\\.){1,8}[a-z]{2,24})(?::\\d{1,5})?(?:[/?#]\\S{0,2000})?\\s{0,10}");

    private final PublicSuffixes suffixes;

    public LinkMismatch(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    @Override
    public String name() {
        return "link-mismatch";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return message.links().stream()
                .flatMap(link -> mismatch(link).stream())
                .findFirst()
                .map(evidence -> CheckResult.found(FINDING, evidence))
                .orElseGet(CheckResult::notFound);
    }

    private Optional<String> mismatch(Link link) {
        if (link.visibleText().equals(link.target())) {
            return Optional.empty();
        }
        Matcher shown = SHOWN_ADDRESS.matcher(link.visibleText());
        Optional<Host> real = Host.ofLink(link.target());
        if (real.isEmpty() || !shown.matches() || sameOrganization(shown.group(1), real.get())) {
            return Optional.empty();
        }
        return Optional.of("a link shows " + shown.group(1) + ", but leads to "
                + real.get().name());
    }

    private boolean sameOrganization(String shown, Host real) {
        return suffixes.sameOrganization(shown, real.ascii());
    }
}
