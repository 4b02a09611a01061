package org.scora.check.own;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.message.Link;
import org.scora.score.Finding;
import org.scora.score.OwnFinding;
import org.scora.score.SiteFindings;

/** Is there anything in the message that this site looks for itself? */
public final class OwnFindings implements Check {
    private static final int TEXT_AT_MOST = 256 * 1024;
    private static final int SHOWN_AT_MOST = 100;

    private final Supplier<SiteFindings> findings;

    /** @param findings what counts on this site, now */
    public OwnFindings(Supplier<SiteFindings> findings) {
        this.findings = findings;
    }

    @Override
    public String name() {
        return "own";
    }

    @Override
    public List<String> findings() {
        return findings.get().own().stream().map(OwnFinding::name).toList();
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<Finding> found = new ArrayList<>();
        for (OwnFinding own : findings.get().own()) {
            evidence(own, message).ifPresent(evidence -> found.add(new Finding(own.name(), evidence)));
        }
        return CheckResult.of(found);
    }

    private static Optional<String> evidence(OwnFinding own, IncomingMessage message) {
        return texts(own, message).flatMap(text -> match(own, text).stream()).findFirst();
    }

    private static Stream<String> texts(OwnFinding own, IncomingMessage message) {
        return switch (own.place()) {
            case HEADER -> message.decodedHeaders(own.header()).stream();
            case SUBJECT -> Stream.of(message.subject());
            case BODY -> Stream.of(message.text());
            case LINK -> message.links().stream().map(Link::target);
            case ATTACHMENT -> message.parts().stream().flatMap(part -> part.fileName().stream());
        };
    }

    private static Optional<String> match(OwnFinding own, String text) {
        Matcher matcher = own.pattern().matcher(text.substring(0, Math.min(text.length(), TEXT_AT_MOST)));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String matched = matcher.group();
        String shown = matched.substring(0, Math.min(matched.length(), SHOWN_AT_MOST));
        String where =
                own.header().isEmpty() ? own.place().words() : own.place().words() + " " + own.header();
        return Optional.of(where + " has '" + shown + "'");
    }
}
