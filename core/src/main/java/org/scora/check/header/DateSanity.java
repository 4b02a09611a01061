package org.scora.check.header;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scora.check.Check;
import org.scora.check.CheckResult;
import org.scora.message.IncomingMessage;

/**
 * Is the date in the header (RFC 5322 section 3.6.1) there, readable, and near the time at which the message came? That
 * time is what the topmost Received says, so that a mail file is judged by its own days; without one it is now.
 */
public final class DateSanity implements Check {
    static final String MISSING = "DATE_MISSING";
    static final String UNREADABLE = "DATE_UNREADABLE";
    static final String IN_FUTURE = "DATE_IN_FUTURE";
    static final String LONG_PAST = "DATE_LONG_PAST";

    // Wrong time zones make up to half a day of difference, without any bad intent.
    private static final Duration AHEAD_AT_MOST = Duration.ofHours(36);
    // Queues give up after five days.
    private static final Duration BEHIND_AT_MOST = Duration.ofDays(15);

    private final Clock clock;

    public DateSanity(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "date-sanity";
    }

    @Override
    public List<String> findings() {
        return List.of(MISSING, UNREADABLE, IN_FUTURE, LONG_PAST);
    }

    @Override
    public CheckResult examine(IncomingMessage message) {
        Optional<String> written = message.header("Date");
        if (written.isEmpty()) {
            return CheckResult.found(MISSING, "there is no Date header");
        }
        return MailDates.parse(written.get())
                .map(date -> compare(written.get(), date, receivedAt(message)))
                .orElseGet(() -> CheckResult.found(UNREADABLE, "Date: " + written.get()));
    }

    private CheckResult compare(String written, Instant date, Instant received) {
        if (date.isAfter(received.plus(AHEAD_AT_MOST))) {
            return CheckResult.found(IN_FUTURE, "Date is " + written + ", " + days(received, date) + " ahead");
        }
        if (date.isBefore(received.minus(BEHIND_AT_MOST))) {
            return CheckResult.found(LONG_PAST, "Date is " + written + ", " + days(date, received) + " ago");
        }
        return CheckResult.notFound();
    }

    private Instant receivedAt(IncomingMessage message) {
        return message.header("Received")
                .map(received -> received.substring(received.lastIndexOf(';') + 1))
                .flatMap(MailDates::parse)
                .orElseGet(clock::instant);
    }

    private static String days(Instant from, Instant to) {
        long days = Duration.between(from, to).toDays();
        return days < 730 ? days + " days" : days / 365 + " years";
    }
}
