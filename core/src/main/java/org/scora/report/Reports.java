package org.scora.report;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scora.domain.ProtectedDomain;
import org.scora.journal.JournalLine;
import org.scora.message.Json;
import org.scora.message.OutgoingMail;
import org.scora.report.advice.Advising;
import org.scora.report.contents.Contents;
import org.scora.report.contents.Gathering;
import org.scora.report.contents.Sources;
import org.scora.score.Weights;

/**
 * Makes the administrator's report of a protected domain, or of all: its numbers, and what is written of them. Safe for use by
 * several threads.
 */
public final class Reports {
    private static final int CSV_ROWS = 2000;

    private final Gathering gathering;
    private final Advising advising;
    private final Function<Optional<String>, ReportReader> readers;
    private final ReportMail mail;

    /** Where the numbers come from, and what is made of them. */
    public record Making(
            Sources sources,
            Advising advising,
            Function<Optional<String>, ReportReader> readers,
            Supplier<Weights> weights,
            ReportLinks links) {

        /** In English and UTC, without links. */
        public static Making plain(Sources sources) {
            Wording english = Wordings.shipped().in(java.util.Locale.ENGLISH);
            return new Making(
                    sources,
                    Advising.of(sources.lists()),
                    domain -> new ReportReader(english, ZoneId.of("UTC")),
                    Weights::shipped,
                    ReportLinks.none());
        }
    }

    /**
     * @param gatewayHostname the host in From and Message-ID
     * @throws IllegalArgumentException when that is not a host name
     */
    public Reports(Making making, String gatewayHostname, Clock clock) {
        this(making, gatewayHostname, clock, new Pictures());
    }

    Reports(Making making, String gatewayHostname, Clock clock, Pictures pictures) {
        this.gathering = new Gathering(making.sources(), clock);
        this.advising = making.advising();
        this.readers = making.readers();
        this.mail = new ReportMail(
                gatewayHostname, new ReportWriter(gatewayHostname, making.weights(), making.links(), pictures));
    }

    /**
     * The report, addressed to these recipients, with a null sender so that a bounce ends there.
     *
     * @throws IllegalArgumentException when there are no recipients, or one is not an address
     * @throws java.io.UncheckedIOException when the journal can not be read
     */
    public OutgoingMail reportFor(ProtectedDomain domain, ReportPeriod period, List<String> recipients) {
        return reportFor(Optional.of(domain), period, recipients, readers.apply(Optional.of(domain.name())));
    }

    /** The same for a reader of one's own choice; without a domain for all of them. */
    public OutgoingMail reportFor(
            Optional<ProtectedDomain> domain, ReportPeriod period, List<String> recipients, ReportReader reader) {
        Report report = make(domain, period, reader.zone());
        Optional<String> csv = report.contents().omitted() > 0 ? Optional.of(csv(report.contents())) : Optional.empty();
        return mail.write(report, reader, recipients, csv);
    }

    /** What the report says; throws UncheckedIOException when the journal can not be read. */
    public Report make(Optional<ProtectedDomain> domain, ReportPeriod period, ZoneId zone) {
        Contents contents = contents(domain, period, zone);
        return new Report(contents, advising.about(contents));
    }

    /** The numbers alone, without a domain those of all; throws UncheckedIOException when the journal can not be read. */
    public Contents contents(Optional<ProtectedDomain> domain, ReportPeriod period, ZoneId zone) {
        return gathering.of(domain, period, zone);
    }

    /** For whom the report of a domain is written, where nobody chose otherwise; without a domain, that of all. */
    public ReportReader readerOf(Optional<String> domain) {
        return readers.apply(domain);
    }

    /** The held and deleted messages of a report as a table, the newest first, at most 2000. */
    public String csv(Contents contents) {
        List<JournalLine> kept = gathering.kept(contents, CSV_ROWS);
        return ReportCsv.of(kept);
    }

    /** All numbers and advice of a report, for other programs. */
    public String json(Report report) {
        return Json.write(report);
    }
}
