package org.scora.mailets;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.scora.message.HeaderField;
import org.scora.score.Verdict;
import org.scora.score.WeighedFinding;

/** The header fields by which mail servers and mail programs behind us know spam. */
record SpamHeaders(Verdict verdict, boolean spam, double required) {
    private static final int MOST_TESTS = 100;

    /** The fields in their order; X-Spam-Flag only when spam, since some readers look for the field alone. */
    List<HeaderField> fields() {
        HeaderField status = new HeaderField("X-Spam-Status", status());
        HeaderField score = new HeaderField("X-Spam-Score", number(verdict.score()));
        return spam ? List.of(new HeaderField("X-Spam-Flag", "YES"), status, score) : List.of(status, score);
    }

    private String status() {
        String tests = verdict.findings().stream()
                .limit(MOST_TESTS)
                .map(SpamHeaders::test)
                .collect(Collectors.joining(","));
        return (spam ? "Yes" : "No") + ", score=" + number(verdict.score()) + " required=" + number(required)
                + " tests=[" + tests + "]";
    }

    private static String test(WeighedFinding weighed) {
        return weighed.finding().name() + "=" + number(weighed.points());
    }

    private static String number(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }
}
