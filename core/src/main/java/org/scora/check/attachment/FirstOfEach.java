package org.scora.check.attachment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.scora.check.CheckResult;
import org.scora.score.Finding;

/** Keeps the first finding of each name, for what holds of one file may hold of a hundred. */
final class FirstOfEach {
    private FirstOfEach() {}

    static CheckResult of(Stream<Finding> findings) {
        Map<String, Finding> first = new LinkedHashMap<>();
        findings.forEachOrdered(finding -> first.putIfAbsent(finding.name(), finding));
        return CheckResult.of(List.copyOf(first.values()));
    }
}
