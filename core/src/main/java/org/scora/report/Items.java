package org.scora.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.scora.journal.JournalLine;
import org.scora.policy.Reason;
import org.scora.report.ReportView.Item;
import org.scora.score.Explanation;
import org.scora.score.Weight;
import org.scora.score.Weights;

/** Puts single messages into words. */
final class Items {
    private static final int NAME = 80;
    private static final int SUBJECT = 100;
    private static final int REASON = 200;
    private static final int RECEIPT = 20;

    private final Said said;
    private final Wording words;
    private final Supplier<Weights> weights;
    private final ReportLinks links;

    Items(Said said, Wording words, Supplier<Weights> weights, ReportLinks links) {
        this.said = said;
        this.words = words;
        this.weights = weights;
        this.links = links;
    }

    /** A held or deleted one. */
    Item kept(JournalLine line) {
        return item(line, certainty(line), said.state(line.outcome()), why(line), links.to(line, words));
    }

    /** One that was returned, or could not be worked on. */
    Item troubled(JournalLine line) {
        return item(line, said.state(line.outcome()), "", line.detail(), List.of());
    }

    // A message that was not scored has none.
    private String certainty(JournalLine line) {
        return line.score() == 0 && line.findings().isEmpty()
                ? said.say("item.none")
                : line.category().letter() + ":\u00a0"
                        + said.numbers()
                                .decimal(Explanation.certainty(line.score()))
                                .replace(' ', '\u00a0');
    }

    private String why(JournalLine line) {
        return Reason.blockingEntry(line.reason())
                .map(entry -> words.say("item.blocked", Harmless.text(entry, NAME)))
                .or(() -> strongest(line))
                .orElseGet(() -> Said.capitalized(line.reason()));
    }

    private Optional<String> strongest(JournalLine line) {
        return line.findings().stream()
                .flatMap(name -> weights.get().of(name).stream())
                .filter(weight -> weight.points() > 0)
                .flatMap(weight -> sentence(weight).stream())
                .findFirst();
    }

    private Optional<String> sentence(Weight weight) {
        return words.finding(weight.name(), weight.sentence());
    }

    private Item item(JournalLine line, String mark, String outcome, String reason, List<ReportView.Act> acts) {
        return new Item(
                said.moment(line.receivedAt()),
                mark,
                outcome,
                Harmless.text(line.receipt(), RECEIPT),
                line.sender().map(sender -> Harmless.text(sender, NAME)).orElseGet(() -> words.say("item.no-sender")),
                Harmless.text(line.recipient().toLowerCase(Locale.ROOT), NAME),
                Optional.of(Harmless.text(line.subject(), SUBJECT))
                        .filter(subject -> !subject.isEmpty())
                        .orElseGet(() -> words.say("item.no-subject")),
                Harmless.text(reason, REASON),
                acts);
    }
}
