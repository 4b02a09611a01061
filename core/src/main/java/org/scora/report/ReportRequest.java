package org.scora.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scora.domain.DomainNames;

/**
 * What somebody asks for who writes to the gateway's report address: {@code last 7 days example.com}, {@code last 24
 * hours example.com}, or the domain alone for the last 7 days. Whether the writer may have it is not decided here.
 *
 * @param domain in lower case, in its ASCII form (RFC 5890), without a trailing dot
 * @param length of the period, from 1 hour to 366 days; what is asked beyond that is cut to it
 */
public record ReportRequest(String domain, Duration length) {
    private static final int LONGEST_SUBJECT = 500;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration USUAL = Duration.ofDays(7);

    private static final Pattern REQUEST = Pattern.compile("(?:(?:re|fwd?|aw|wg)\\s*+:\\s*+)*+"
            + "(?:last\\s++(?:(?<number>\\d{1,6})\\s*+)?(?<unit>hour|day|week)s?+\\s++(?:for\\s++)?+)?+"
            + "(?<domain>[^\\s@]++)");

    public ReportRequest {
        length = length.compareTo(SHORTEST) < 0 ? SHORTEST : length.compareTo(LONGEST) > 0 ? LONGEST : length;
    }

    /** Reads a decoded subject, without regard to case, spaces and reply prefixes; empty when it asks for no report. */
    public static Optional<ReportRequest> parse(String subject) {
        if (subject.length() > LONGEST_SUBJECT) {
            return Optional.empty();
        }
        Matcher request = REQUEST.matcher(subject.strip().toLowerCase(Locale.ROOT));
        return request.matches()
                ? DomainNames.find(request.group("domain")).map(domain -> new ReportRequest(domain, length(request)))
                : Optional.empty();
    }

    /** The period that ends now. */
    public ReportPeriod period(Instant now) {
        return ReportPeriod.before(now, length);
    }

    private static Duration length(Matcher request) {
        if (request.group("unit") == null) {
            return USUAL;
        }
        long number = request.group("number") == null ? 1 : Long.parseLong(request.group("number"));
        return switch (request.group("unit")) {
            case "hour" -> Duration.ofHours(number);
            case "day" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
