package org.scora.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scora.incident.Incidents.Closing;
import org.scora.incident.WantedAfterAll.Wanted;
import org.scora.score.Category;
import org.scora.score.Weight;
import org.scora.score.Weights;

/**
 * Says which findings are to be suspected. A wave of spam raises findings as a broken one does, so that a finding decides
 * much is no reason: it is suspected when it decides against senders who are known here, more than usual, or when people
 * release what it decided to hold. Lists in the DNS, the learner and other scanners have to do both, since a wave would
 * follow if they went; what speaks of viruses never becomes advisory.
 */
final class FindingWatch {
    private static final Set<String> CAREFUL = Set.of("dnslist", "learned", "scanner");
    private static final Set<String> NEVER = Set.of("test");
    private static final Comparator<FindingSuspicion> STRONGEST = Comparator.comparingLong(FindingSuspicion::strength)
            .thenComparingDouble(FindingSuspicion::points)
            .reversed();

    private final Counts counts;
    private final Incidents incidents;
    private final WantedAfterAll wantedAfterAll;

    FindingWatch(Counts counts, Incidents incidents, WantedAfterAll wantedAfterAll) {
        this.counts = counts;
        this.incidents = incidents;
        this.wantedAfterAll = wantedAfterAll;
    }

    /** Those to be suspected, the strongest suspicion first. */
    List<FindingSuspicion> suspicions(Instant now, DecidedBy decidedBy, Weights weights) {
        Map<String, List<Wanted>> wanted =
                wantedAfterAll.byFinding(decidedBy, now.minus(Counting.USUAL), decidedBy::isUnexplained);
        Set<String> names = new TreeSet<>(counts.decidingFindings(now.minus(FindingJudge.WINDOW), Counting.end(now)));
        names.addAll(wanted.keySet());
        List<FindingSuspicion> suspicions = new ArrayList<>();
        for (String name : names) {
            Optional<Closing> closing = incidents.lastClosing(Subject.finding(name));
            boolean trusted =
                    closing.flatMap(Closing::trustedUntil).filter(now::isBefore).isPresent();
            weights.of(name)
                    .filter(weight -> !trusted && isEligible(weight))
                    .flatMap(weight -> judge(weight, now, closing, wanted.getOrDefault(name, List.of())))
                    .ifPresent(suspicions::add);
        }
        suspicions.sort(STRONGEST);
        return suspicions;
    }

    /** What speaks of viruses, and what tests put into mail on purpose, is never suspected. */
    private static boolean isEligible(Weight weight) {
        return weight.category() != Category.VIRUS && !NEVER.contains(weight.group());
    }

    private Optional<FindingSuspicion> judge(
            Weight weight, Instant now, Optional<Closing> closing, List<Wanted> wanted) {
        Instant end = Counting.end(now);
        Instant begin = end.minus(Counting.USUAL);
        Hours hours = new Hours(counts.mail(Counts.ALL, begin, end), counts.decided(weight.name(), begin, end));
        FindingJudge judge =
                new FindingJudge(hours, wanted, closing.map(Closing::at).orElse(Instant.EPOCH), now);
        FindingSuspicion suspicion = new FindingSuspicion(
                weight.name(), weight.points(), judge.familiar(counts.oldest()), judge.released(), judge.firstWanted());
        boolean careful = CAREFUL.contains(weight.group());
        boolean suspected = careful
                ? suspicion.familiar().met() && suspicion.released().met()
                : suspicion.familiar().met() || suspicion.released().met();
        return suspected ? Optional.of(suspicion) : Optional.empty();
    }
}
