package org.scora.console.web.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
public final class Times {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm z", Locale.ENGLISH);

    private final ZoneId zone;

    public Times(ZoneId zone) {
        // The offset calls itself Z, which few people read as UTC.
        this.zone = zone.normalized().equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    /** Such as {@code 24 November 2026, 12:00 UTC}. */
    public String minute(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }
}
