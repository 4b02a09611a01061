package org.scora.report;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scora.domain.DomainState;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.OutcomeCount;
import org.scora.policy.Disposition;

/**
 * A report in words, the same for the text and the HTML part. What strangers wrote is made harmless here; escaping is
 * left to the templates.
 *
 * @param title what this is
 * @param headline the sentence that comes first
 * @param hint what to do about an empty report
 * @param shares one for each disposition, empty when nothing came
 * @param messages all of them, counted
 * @param preFiltered what was refused before it was taken, in a sentence; empty when nothing was
 * @param troubled messages that need attention
 * @param kept held and deleted messages
 * @param more how many of those are not listed
 * @param anyHeld whether there is something to release
 * @param made when and by whom
 */
public record ReportView(
        String domain,
        String title,
        String period,
        String headline,
        Optional<String> hint,
        List<Share> shares,
        String messages,
        Optional<String> preFiltered,
        List<Item> troubled,
        List<Item> kept,
        Optional<String> more,
        boolean anyHeld,
        String made) {

    /**
     * What became of the messages of one disposition.
     *
     * @param name as in the manual, such as FlagSubject
     * @param percent from 0 to 100, for a bar
     * @param outcomes such as "4 delivered, 1 waiting"; may be empty
     */
    public record Share(String name, String count, String share, long percent, String outcomes) {}

    /**
     * One message.
     *
     * @param mark category letter and certainty, such as {@code S: 99.2 %}; for a message in trouble, its outcome
     * @param outcome in one word; empty for a message in trouble
     * @param reason why; for a message in trouble, what the destination answered; may be empty
     */
    public record Item(
            String when,
            String mark,
            String outcome,
            String receipt,
            String sender,
            String recipient,
            String subject,
            String reason) {}

    /** @param gateway the host name of the gateway that made the report */
    public static ReportView of(DispositionReport report, ZoneId zone, String gateway) {
        Times times = new Times(zone);
        return new ReportView(
                Harmless.line(report.domain()),
                "Mail report for " + Harmless.line(report.domain()),
                times.period(report.period()) + " (" + times.zone() + ")",
                Headline.of(report),
                hint(report, gateway),
                shares(report),
                Numbers.whole(report.messages()),
                PreFiltered.sentence(report.refused()),
                report.troubled().stream().map(line -> troubled(line, times)).toList(),
                report.kept().stream().map(line -> kept(line, times)).toList(),
                more(report),
                report.messages(Outcome.HELD) > 0,
                "Made by Scora on " + gateway + ", " + times.moment(report.madeAt()) + ".");
    }

    private static Optional<String> hint(DispositionReport report, String gateway) {
        return report.messages() > 0 || report.state() != DomainState.ACTIVE
                ? Optional.empty()
                : Optional.of("If you expected mail, check that the domain's MX record names " + gateway + ".");
    }

    private static List<Share> shares(DispositionReport report) {
        return report.messages() == 0
                ? List.of()
                : Arrays.stream(Disposition.values())
                        .map(disposition -> share(report, disposition))
                        .toList();
    }

    private static Share share(DispositionReport report, Disposition disposition) {
        long count = report.messages(disposition);
        String outcomes = Arrays.stream(Outcome.values())
                .map(outcome -> new OutcomeCount(disposition, outcome, report.messages(disposition, outcome)))
                .filter(counted -> counted.count() > 0)
                .sorted(Comparator.comparing(OutcomeCount::count).reversed())
                .map(counted -> Words.counted(counted))
                .collect(Collectors.joining(", "));
        return new Share(
                Words.of(disposition),
                Numbers.whole(count),
                Numbers.share(count, report.messages()),
                Numbers.percent(count, report.messages()),
                outcomes);
    }

    private static Optional<String> more(DispositionReport report) {
        return report.omitted() == 0
                ? Optional.empty()
                : Optional.of(Numbers.counted(
                        report.omitted(),
                        "more message was held or deleted and is not listed here.",
                        "more messages were held or deleted and are not listed here."));
    }

    private static Item kept(JournalLine line, Times times) {
        return item(line, times, Words.certainty(line), Words.of(line.outcome()), Words.capitalized(line.reason()));
    }

    private static Item troubled(JournalLine line, Times times) {
        return item(line, times, Words.of(line.outcome()), "", line.detail());
    }

    private static Item item(JournalLine line, Times times, String mark, String outcome, String reason) {
        return new Item(
                times.moment(line.receivedAt()),
                mark,
                outcome,
                Harmless.text(line.receipt(), 20),
                line.sender().map(sender -> Harmless.text(sender, 80)).orElse("no sender (a bounce)"),
                Harmless.text(line.recipient(), 80),
                Optional.of(Harmless.text(line.subject(), 100))
                        .filter(subject -> !subject.isEmpty())
                        .orElse("(no subject)"),
                Harmless.text(reason, 200));
    }
}
