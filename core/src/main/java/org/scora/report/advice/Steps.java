package org.scora.report.advice;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.scora.policy.Sensitivity;

/** The named sensitivities as steps. */
final class Steps {
    private Steps() {}

    /** The next name that holds less, from a score on. */
    static Optional<String> moreCautious(double score) {
        return Sensitivity.names().entrySet().stream()
                .filter(named -> named.getValue() > score)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** The next name that holds more. */
    static Optional<String> bolder(double score) {
        return Sensitivity.names().entrySet().stream()
                .filter(named -> named.getValue() < score)
                .max(Comparator.comparing(named -> named.getValue()))
                .map(Map.Entry::getKey);
    }
}
