package org.scora.check.link;

import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.check.known.KnownHosts;
import org.scora.message.IncomingMessage;

/** Do the message's pictures lie on a host where anyone puts pictures? A firm that writes has a place of its own for them. */
public final class BorrowedPicture implements Check {
    static final String FINDING = "PICTURE_FROM_FREE_HOST";

    private static final String SOURCE = "src=";
    private static final int PICTURES = 100;
    private static final int LONGEST = 300;

    private final KnownHosts hosts;

    public BorrowedPicture(KnownHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String name() {
        return "borrowed-picture";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        return sources(message.html())
                .flatMap(source -> Host.ofLink(source).stream())
                .map(Host::name)
                .filter(host -> hosts.entry(KnownHosts.Kind.PICTURE, host).isPresent())
                .findFirst()
                .map(host -> CheckResult.found(FINDING, "a picture lies on " + host))
                .orElseGet(CheckResult::notFound);
    }

    private static Stream<String> sources(String html) {
        return Stream.iterate(html.indexOf(SOURCE), at -> at >= 0, at -> html.indexOf(SOURCE, at + 1))
                .limit(PICTURES)
                .map(at -> html.substring(at + SOURCE.length(), Math.min(html.length(), at + LONGEST)))
                .map(value -> value.startsWith("\"") || value.startsWith("'") ? value.substring(1) : value);
    }
}
