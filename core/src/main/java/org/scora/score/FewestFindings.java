package org.scora.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The fewest findings without which a verdict would have been another one.
 *
 * @param names at most three, those that weigh most first
 * @param verdict what it would have been without them
 */
public record FewestFindings(List<String> names, Verdict verdict) {
    private static final int NAMES_AT_MOST = 3;
    // All triples of these are tried: what weighs less than so many others makes no difference to a person either.
    private static final int CANDIDATES = 16;

    public FewestFindings {
        names = List.copyOf(names);
    }

    /** Looks for one, then two, then three findings that speak against the message, and make the difference. */
    public static Optional<FewestFindings> thatMatter(Weights weights, Verdict verdict, Predicate<Verdict> different) {
        List<String> candidates = verdict.findings().stream()
                .filter(weighed -> weighed.points() > 0)
                .map(weighed -> weighed.finding().name())
                .distinct()
                .limit(CANDIDATES)
                .toList();
        for (int size = 1; size <= NAMES_AT_MOST; size++) {
            for (List<String> names : subsets(candidates, size)) {
                Verdict other = weights.without(verdict, Set.copyOf(names));
                if (different.test(other)) {
                    return Optional.of(new FewestFindings(names, other));
                }
            }
        }
        return Optional.empty();
    }

    /** All subsets of a size, those of earlier elements first. */
    private static List<List<String>> subsets(List<String> names, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        List<List<String>> subsets = new ArrayList<>();
        for (int first = 0; first < names.size(); first++) {
            for (List<String> rest : subsets(names.subList(first + 1, names.size()), size - 1)) {
                List<String> subset = new ArrayList<>(List.of(names.get(first)));
                subset.addAll(rest);
                subsets.add(subset);
            }
        }
        return subsets;
    }
}
