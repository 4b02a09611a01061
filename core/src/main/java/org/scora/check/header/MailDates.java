package org.scora.check.header;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import javax.mail.internet.MailDateFormat;

/** Dates as mail programs write them (RFC 5322 section 3.3), with their usual liberties. */
final class MailDates {
    private static final int LENGTH_AT_MOST = 200;

    private MailDates() {}

    static Optional<Instant> parse(String text) {
        String trimmed = text.trim();
        if (trimmed.length() > LENGTH_AT_MOST) {
            return Optional.empty();
        }
        try {
            Date date = new MailDateFormat().parse(trimmed);
            return Optional.ofNullable(date).map(Date::toInstant);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
