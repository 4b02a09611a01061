package org.scora.report.contents;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.scora.domain.DomainState;
import org.scora.journal.Totals.Bothered;
import org.scora.journal.Totals.Destination;
import org.scora.journal.Totals.FoundIn;
import org.scora.journal.Totals.Source;
import org.scora.report.ReportPeriod;

/**
 * All numbers of a report. A message to several recipients counts once for each of them, as in the journal.
 *
 * @param domain name of the protected domain; empty for all domains of the gateway
 * @param state whether the domain's mail is taken at all; ACTIVE for all domains
 * @param period in whole hours, since what is counted is counted by the hour
 * @param zone by whose clock days and hours are told
 * @param madeAt when the numbers were read
 * @param now what came in the period
 * @param before what came in the period of the same length before it
 * @param overdue messages that have waited for the domain's own server for more than an hour
 */
public record Contents(
        Optional<String> domain,
        DomainState state,
        ReportPeriod period,
        ZoneId zone,
        Instant madeAt,
        Summary now,
        Summary before,
        long overdue,
        Accuracy accuracy,
        Volume volume,
        ScoreSpread scores,
        List<CategoryCount> categories,
        Tables tables,
        Details details) {

    public Contents {
        categories = List.copyOf(categories);
    }

    /** The tables of whom and what it concerns, each limited. */
    public record Tables(
            List<Bothered> bothered,
            List<Source> sources,
            List<FoundIn> findings,
            List<Cluster> kinds,
            List<Destination> destinations,
            List<AllowEntry> allowEntries,
            List<Tried> unknownRecipients,
            List<ReleasedSender> releasedSenders) {
        public Tables {
            bothered = List.copyOf(bothered);
            sources = List.copyOf(sources);
            findings = List.copyOf(findings);
            kinds = List.copyOf(kinds);
            destinations = List.copyOf(destinations);
            allowEntries = List.copyOf(allowEntries);
            unknownRecipients = List.copyOf(unknownRecipients);
            releasedSenders = List.copyOf(releasedSenders);
        }
    }

    /** How many held and deleted messages there are beyond those that are listed. */
    public long omitted() {
        return Math.max(0, now.kept() - details.kept().size());
    }
}
