package org.scora.check.header;

import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/** Does the message say that it was sent to many: a mailing list's marks (RFC 2919), a way to unsubscribe (RFC 2369)? */
public final class BulkMarkers implements Check {
    static final String FINDING = "BULK_MARKED";

    @Override
    public String name() {
        return "bulk-markers";
    }

    @Override
    public List<String> findings() {
        return List.of(FINDING);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<String> marks = Stream.of("List-Id", "List-Unsubscribe", "List-Post")
                .filter(name -> message.header(name).isPresent())
                .toList();
        return marks.isEmpty()
                ? CheckResult.notFound()
                : CheckResult.found(FINDING, "it has the headers " + String.join(", ", marks));
    }

    static boolean isList(IncomingMessage message) {
        return message.header("List-Id").isPresent()
                || message.header("List-Post").isPresent()
                || message.header("Mailing-List").isPresent();
    }
}
