package org.scora.report;

import java.time.Duration;
import java.time.Instant;

/**
 * The time that a report is about.
 *
 * @param from included
 * @param until not included
 */
public record ReportPeriod(Instant from, Instant until) {

    public ReportPeriod {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period has to end after it begins");
        }
    }

    public static ReportPeriod before(Instant until, Duration length) {
        return new ReportPeriod(until.minus(length), until);
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
