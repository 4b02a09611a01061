package org.scora.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scora.incident.IncidentFacts.Deleted;
import org.scora.journal.Journal;
import org.scora.journal.JournalLine;
import org.scora.journal.ScoredFacts;
import org.scora.policy.Disposition;
import org.scora.quarantine.HeldMessage;
import org.scora.quarantine.HeldState;
import org.scora.replay.Deciding;
import org.scora.score.Advisory;
import org.scora.score.Category;
import org.scora.score.Verdict;
import org.scora.score.Weight;
import org.scora.score.Weights;
import org.scora.score.WeightsInForce;

/** Decides again about held messages, as if they came now. */
public final class Judging {
    private final Journal journal;
    private final Deciding.Sources sources;
    private final WeightsInForce weights;

    public Judging(Journal journal, Deciding.Sources sources, WeightsInForce weights) {
        this.journal = journal;
        this.sources = sources;
        this.weights = weights;
    }

    /** For one run. As long as the incident is open its finding weighs nothing here, also where it was only reported. */
    Run of(Incident incident) {
        String finding = incident.subject().name();
        Weights now = incident.isOpen()
                ? weights.get().advising(List.of(new Advisory(finding, incident.openedAt(), incident.id())))
                : weights.get();
        return new Run(finding, sources.asNow(), weights.ofSite(), now);
    }

    /** Decides by what holds at its beginning. */
    final class Run {
        private final String finding;
        private final Deciding deciding;
        private final Weights ofSite;
        private final Weights now;

        private Run(String finding, Deciding deciding, Weights ofSite, Weights now) {
            this.finding = finding;
            this.deciding = deciding;
            this.ofSite = ofSite;
            this.now = now;
        }

        /** The recipients for whom it is held because of the finding, and would not be now; never those of a virus. */
        List<String> passingRecipients(HeldMessage message) {
            if (message.category() == Category.VIRUS) {
                return List.of();
            }
            Map<String, JournalLine> lines = journal.byReceipt(message.receipt()).stream()
                    .collect(Collectors.toMap(JournalLine::recipient, Function.identity(), (one, other) -> one));
            return message.recipientsIn(HeldState.HELD).stream()
                    .filter(recipient -> Optional.ofNullable(lines.get(recipient.toLowerCase(Locale.ROOT)))
                            .filter(this::passes)
                            .isPresent())
                    .toList();
        }

        /** What was deleted because of the finding in a period, and would not be now. */
        Optional<Deleted> deleted(Instant from, Instant until) {
            DeletedMail all = new DeletedMail();
            journal.replay(Optional.empty(), from, until, line -> {
                if (DeletedMail.is(line) && staysNow(line)) {
                    all.add(line);
                }
            });
            return all.all();
        }

        private boolean staysNow(JournalLine line) {
            return line.facts()
                    .filter(facts -> becauseOfIt(line, facts))
                    .map(facts -> deciding.disposition(line, facts, verdict(facts, now)))
                    .filter(disposition -> disposition != Disposition.DELETE)
                    .isPresent();
        }

        private boolean passes(JournalLine line) {
            return line.facts()
                    .filter(facts -> DecidedBy.isHeld(line) && becauseOfIt(line, facts))
                    .map(facts -> verdict(facts, now))
                    .filter(verdict -> verdict.category() != Category.VIRUS)
                    .filter(verdict -> !deciding.holds(line, line.facts().orElseThrow(), verdict))
                    .isPresent();
        }

        // Once the site has taken the finding out, that it was found has to do.
        private boolean becauseOfIt(JournalLine line, ScoredFacts facts) {
            boolean weighs = !ofSite.isOff(finding)
                    && ofSite.of(finding)
                            .map(Weight::points)
                            .filter(points -> points > 0)
                            .isPresent();
            return facts.has(finding) && (!weighs || deciding.holds(line, facts, verdict(facts, ofSite)));
        }

        private Verdict verdict(ScoredFacts facts, Weights by) {
            return facts.verdict(by);
        }
    }
}
