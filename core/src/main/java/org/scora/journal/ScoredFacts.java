package org.scora.journal;

import java.util.List;
import org.scora.message.Authentication;
import org.scora.score.Finding;
import org.scora.score.Verdict;
import org.scora.score.Weights;

/**
 * What a verdict and a decision were made of, so that both can be reckoned again; no evidence, and nothing of the body.
 *
 * @param findings with their strengths; a bounded number
 * @param from the addresses in From, as written; a bounded number
 * @param authentication what is proven about the sender
 */
public record ScoredFacts(List<Found> findings, List<String> from, Authentication authentication) {
    private static final int MOST_FINDINGS = 200;
    private static final int MOST_ADDRESSES = 20;

    public ScoredFacts {
        findings = findings.stream().limit(MOST_FINDINGS).toList();
        from = from.stream().limit(MOST_ADDRESSES).toList();
    }

    /** A finding's name and strength. */
    public record Found(String name, double strength) {}

    public static ScoredFacts of(Verdict verdict, List<String> from) {
        return new ScoredFacts(
                verdict.findings().stream()
                        .map(weighed -> new Found(
                                weighed.finding().name(), weighed.finding().strength()))
                        .toList(),
                from,
                verdict.authentication());
    }

    /** The verdict that these weights make of it. */
    public Verdict verdict(Weights weights) {
        return weights.again(
                findings.stream()
                        .map(found -> new Finding(found.name(), "", found.strength()))
                        .toList(),
                authentication);
    }

    public boolean has(String findingName) {
        return findings.stream().anyMatch(found -> found.name().equals(findingName));
    }
}
