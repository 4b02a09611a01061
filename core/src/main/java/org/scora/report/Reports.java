package org.scora.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.scora.domain.ProtectedDomain;
import org.scora.journal.Journal;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.message.OutgoingMail;

/** Makes the administrator's report of a protected domain, as a mail. Safe for use by several threads. */
public final class Reports {
    private static final int KEPT_AT_MOST = 100;
    private static final int TROUBLED_AT_MOST = 20;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Journal journal;
    private final ReportMail mail;
    private final Clock clock;
    private final ZoneId zone;

    /** Reports whose times are in UTC. */
    public Reports(Journal journal, String gatewayHostname, Clock clock) {
        this(journal, gatewayHostname, clock, ZoneOffset.UTC);
    }

    /**
     * @param gatewayHostname the host in From and Message-ID
     * @param zone in which times are shown
     * @throws IllegalArgumentException when that is not a host name
     */
    public Reports(Journal journal, String gatewayHostname, Clock clock, ZoneId zone) {
        this.journal = journal;
        this.mail = new ReportMail(gatewayHostname);
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The report, addressed to these recipients, with a null sender so that a bounce ends there.
     *
     * @throws IllegalArgumentException when there are no recipients, or one is not an address
     * @throws java.io.UncheckedIOException when the journal can not be read
     */
    public OutgoingMail reportFor(ProtectedDomain domain, ReportPeriod period, List<String> recipients) {
        return mail.write(contents(domain, period), zone, recipients);
    }

    /** What the report says; throws UncheckedIOException when the journal can not be read. */
    public DispositionReport contents(ProtectedDomain domain, ReportPeriod period) {
        Instant now = clock.instant();
        List<OutcomeCount> counts = journal.counts(domain.name(), period.from(), period.until());
        return new DispositionReport(
                domain.name(),
                domain.state(),
                period,
                now,
                counts,
                overdue(domain, period, now),
                journal.between(
                        domain.name(),
                        period.from(),
                        period.until(),
                        Set.of(Outcome.HELD, Outcome.DELETED),
                        KEPT_AT_MOST),
                journal.between(
                        domain.name(),
                        period.from(),
                        period.until(),
                        Set.of(Outcome.RETURNED, Outcome.FAILED),
                        TROUBLED_AT_MOST),
                journal.refused(domain.name(), period.from(), period.until()));
    }

    private long overdue(ProtectedDomain domain, ReportPeriod period, Instant now) {
        Instant patient = now.minus(PATIENCE);
        Instant until = patient.isBefore(period.until()) ? patient : period.until();
        return journal.counts(domain.name(), period.from(), until).stream()
                .filter(count -> count.outcome() == Outcome.QUEUED)
                .mapToLong(OutcomeCount::count)
                .sum();
    }
}
