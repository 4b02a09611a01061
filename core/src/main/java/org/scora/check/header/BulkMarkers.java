package org.scora.check.header;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;
import org.scora.score.Finding;

/**
 * Does the message say that it was sent to many: a mailing list's marks (RFC 2919), a way to unsubscribe (RFC 2369), with one
 * click (RFC 8058)? Whoever says so need not be welcome, but hides nothing.
 */
public final class BulkMarkers implements Check {
    static final String MARKED = "BULK_MARKED";
    static final String ONE_CLICK = "BULK_ONE_CLICK";
    static final String DISCUSSION = "MAILING_LIST";

    @Override
    public String name() {
        return "bulk-markers";
    }

    @Override
    public List<String> findings() {
        return List.of(MARKED, ONE_CLICK, DISCUSSION);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        List<String> marks = Stream.of("List-Id", "List-Unsubscribe", "List-Post")
                .filter(name -> message.header(name).isPresent())
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (!marks.isEmpty()) {
            findings.add(new Finding(MARKED, "it has the headers " + String.join(", ", marks)));
        }
        if (marks.contains("List-Unsubscribe")
                && message.header("List-Unsubscribe-Post").isPresent()) {
            findings.add(new Finding(ONE_CLICK, "it has the header List-Unsubscribe-Post"));
        }
        if (marks.contains("List-Id") && marks.contains("List-Post")) {
            findings.add(new Finding(
                    DISCUSSION, "it came over " + message.header("List-Id").orElse("")));
        }
        return CheckResult.of(findings);
    }

    static boolean isList(IncomingMessage message) {
        return message.header("List-Id").isPresent()
                || message.header("List-Post").isPresent()
                || message.header("Mailing-List").isPresent();
    }
}
