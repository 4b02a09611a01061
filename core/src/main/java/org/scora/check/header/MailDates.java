package org.scora.check.header;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.internet.MailDateFormat;

/** Dates as mail programs write them (RFC 5322 section 3.3), with their usual liberties. */
final class MailDates {
    private static final int LENGTH_AT_MOST = 200;
    // Nearly all dates look like this, and the library takes twenty times as long for them.
    private static final Pattern USUAL = Pattern.compile("(?:[A-Z][a-z]{2}, +)?(\\d{1,2}) ([A-Z][a-z]{2}) (\\d{4}) "
            + "(\\d{1,2}):(\\d\\d):(\\d\\d) (?:([+-])(\\d\\d)(\\d\\d)|GMT|UTC?)(?: \\([A-Za-z /]{0,40}\\))?");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private MailDates() {}

    static Optional<Instant> parse(String text) {
        String trimmed = text.trim();
        if (trimmed.length() > LENGTH_AT_MOST) {
            return Optional.empty();
        }
        return usual(trimmed).or(() -> anyOther(trimmed));
    }

    private static Optional<Instant> usual(String text) {
        Matcher date = USUAL.matcher(text);
        if (!date.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(date, 3),
                    MONTHS.indexOf(date.group(2)) + 1,
                    number(date, 1),
                    number(date, 4),
                    number(date, 5),
                    number(date, 6));
            return Optional.of(local.toInstant(zone(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset zone(Matcher date) {
        if (date.group(7) == null) {
            return ZoneOffset.UTC;
        }
        int sign = date.group(7).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(date, 8), sign * number(date, 9));
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static Optional<Instant> anyOther(String text) {
        try {
            Date date = new MailDateFormat().parse(text);
            return Optional.ofNullable(date).map(Date::toInstant);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
