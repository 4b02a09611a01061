package org.scora.report;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/**
 * For whom a report is written.
 *
 * @param zone by whose clock
 * @param off where the reader ends the reports; empty when they did not come by a plan
 */
public record ReportReader(Wording words, ZoneId zone, Brand brand, Optional<URI> off) {

    public ReportReader(Wording words, ZoneId zone) {
        this(words, zone, Brand.of(words), Optional.empty());
    }

    /** The same one, with where to end reports that come by a plan. */
    public ReportReader ending(URI address) {
        return new ReportReader(words, zone, brand, Optional.of(address));
    }
}
