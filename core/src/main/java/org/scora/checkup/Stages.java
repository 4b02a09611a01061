package org.scora.checkup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells from the findings how far a domain has come in. */
final class Stages {
    private static final Set<String> HERE = texts(Code.MX_HERE, Code.MX_AROUND, Code.MX_NOT_FIRST);
    private static final Set<String> MOVING =
            texts(Code.MX_AROUND, Code.MX_NOT_FIRST, Code.NAME_SERVERS_DIFFER, Code.CUT_OVER_WAIT, Code.MX_TOO_EARLY);
    private static final Set<Question> BEFORE = Set.of(Question.DOMAIN, Question.SERVERS, Question.GATEWAY);

    private Stages() {}

    static Stage of(List<CheckUpFinding> findings) {
        if (has(findings, HERE)) {
            return has(findings, MOVING) ? Stage.MOVING : Stage.COMPLETE;
        }
        boolean ready = findings.stream()
                .noneMatch(finding -> finding.level() == Level.PROBLEM && BEFORE.contains(finding.question()));
        boolean told = findings.stream()
                .noneMatch(finding -> finding.level() == Level.UNKNOWN
                        && (BEFORE.contains(finding.question()) || finding.question() == Question.MX));
        return ready && told ? Stage.READY : Stage.PREPARING;
    }

    private static boolean has(List<CheckUpFinding> findings, Set<String> codes) {
        return findings.stream().anyMatch(finding -> codes.contains(finding.code()));
    }

    private static Set<String> texts(Code... codes) {
        return Stream.of(codes).map(Code::text).collect(Collectors.toSet());
    }
}
