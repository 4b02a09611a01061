package org.scora.check.dnslist;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the file: what it means when a list gives certain answers.
 *
 * @param points log10 odds: how much an answer speaks against the message; below 0, for it
 * @param meaning for people
 */
record ListLine(Set<Subject> asks, List<AnswerPattern> answers, double points, String meaning) {

    ListLine {
        asks = Set.copyOf(asks);
        answers = List.copyOf(answers);
    }

    /** The answer that this line is about. */
    Optional<InetAddress> find(List<InetAddress> given) {
        return given.stream()
                .filter(answer -> answers.stream().anyMatch(pattern -> pattern.matches(answer)))
                .findFirst();
    }

    /** The name of the finding that it leads to. */
    String finding(Subject subject) {
        return points < 0 ? DnsLists.ALLOWED : subject.finding();
    }
}
