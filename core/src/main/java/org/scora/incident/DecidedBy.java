package org.scora.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scora.journal.JournalLine;
import org.scora.journal.Outcome;
import org.scora.journal.ScoredFacts;
import org.scora.policy.Disposition;
import org.scora.replay.Deciding;
import org.scora.score.Advisory;
import org.scora.score.Verdict;
import org.scora.score.WeighedFinding;
import org.scora.score.Weights;

/**
 * Which findings decided that a message was held: those without whose weight alone it would have passed. Made for one run.
 */
final class DecidedBy {
    private static final String CORRESPONDENT = "KNOWN_CORRESPONDENT";

    /** Findings of senders who are known here: people wrote to them, or had wanted mail of theirs, and it is proven. */
    private static final Set<String> FAMILIAR = Set.of(CORRESPONDENT, "KNOWN_FORWARDER");

    private final Deciding deciding;
    private final Weights weights;
    private final Weights inForce;
    private final Map<String, Weights> without = new HashMap<>();

    /**
     * @param weights of the site, with nothing advisory
     * @param inForce with what is advisory now
     */
    DecidedBy(Deciding deciding, Weights weights, Weights inForce) {
        this.deciding = deciding;
        this.weights = weights;
        this.inForce = inForce;
    }

    static boolean isHeld(JournalLine line) {
        return line.outcome() != Outcome.REFUSED && line.disposition().compareTo(Disposition.QUARANTINE) >= 0;
    }

    static boolean isFamiliar(JournalLine line) {
        return line.facts()
                .filter(facts -> FAMILIAR.stream().anyMatch(facts::has))
                .isPresent();
    }

    /** Whether people here wrote to the sender: of whom only mail was received, the finding is weaker. */
    static boolean isFromWrittenTo(JournalLine line) {
        return line.facts().stream()
                .flatMap(facts -> facts.findings().stream())
                .anyMatch(found -> found.name().equals(CORRESPONDENT) && found.strength() >= 1);
    }

    /** Whether it would be held now too: what a finding that is advisory explains speaks against no other one. */
    boolean isUnexplained(JournalLine line) {
        return line.facts()
                .filter(facts -> deciding.holds(line, facts, facts.verdict(inForce)))
                .isPresent();
    }

    /** The findings of which each alone made the difference for this copy; none for one that was not held. */
    List<String> of(JournalLine line) {
        Optional<ScoredFacts> facts = line.facts().filter(known -> isHeld(line));
        return facts.map(known -> of(line, known)).orElse(List.of());
    }

    private List<String> of(JournalLine line, ScoredFacts facts) {
        Verdict verdict = facts.verdict(weights);
        if (!deciding.holds(line, facts, verdict)) {
            return List.of();
        }
        return verdict.findings().stream()
                .filter(weighed -> weighed.points() > 0)
                .map(WeighedFinding::finding)
                .map(finding -> finding.name())
                .distinct()
                .filter(name -> !deciding.holds(line, facts, facts.verdict(without(name))))
                .toList();
    }

    private Weights without(String finding) {
        return without.computeIfAbsent(
                finding, name -> weights.advising(List.of(new Advisory(name, Instant.EPOCH, 0))));
    }
}
