package org.scora.score;

import java.util.List;
import org.scora.message.Authentication;

/**
 * What Scora thinks of a message, and why.
 *
 * @param score log10 odds that the message is unwanted: 3 says 1000 to 1
 * @param category what it is taken for, if it is unwanted
 * @param findings all of them, those that speak most for or against first
 * @param unknown checks that could not answer
 * @param authentication what is proven about the sender
 */
public record Verdict(
        double score,
        Category category,
        List<WeighedFinding> findings,
        List<UnknownCheck> unknown,
        Authentication authentication) {

    public Verdict {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
    }

    /** The probability, from 0 to 1, that the message is unwanted. */
    public double certainty() {
        return certaintyOf(score);
    }

    /** The probability, from 0 to 1, that log10 odds stand for. */
    public static double certaintyOf(double score) {
        return 1 / (1 + Math.pow(10, -score));
    }

    /** Whether something was found that has its weight, and is not merely advisory. */
    public boolean counts(String findingName) {
        return findings.stream()
                .anyMatch(weighed -> weighed.finding().name().equals(findingName) && !Advisory.is(weighed));
    }

    public boolean has(String findingName) {
        return findings.stream().anyMatch(weighed -> weighed.finding().name().equals(findingName));
    }
}
