package org.scora.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scora.fit.Accuracy;

/**
 * What a filter said of a list of mail.
 *
 * @param scores in the list's order
 * @param cpuMillis CPU time of each message; empty when only the mean is known
 * @param meanMillis CPU time of a message on average
 * @param megabytes what its processes hold in memory; empty when they have ended
 */
record Scan(List<Double> scores, List<Double> cpuMillis, double meanMillis, Optional<Double> megabytes) {
    Accuracy accuracy(MailList list) {
        return new Accuracy(scored(list));
    }

    List<Accuracy.Scored> scored(MailList list) {
        return IntStream.range(0, scores.size())
                .mapToObj(i ->
                        new Accuracy.Scored(scores.get(i), list.mails().get(i).unwanted()))
                .toList();
    }

    /** The CPU time that this share of the messages does not exceed, in milliseconds. */
    Optional<Double> quantile(double share) {
        List<Double> ascending = cpuMillis.stream().sorted().toList();
        return ascending.isEmpty()
                ? Optional.empty()
                : Optional.of(ascending.get((int) Math.min(ascending.size() - 1, share * ascending.size())));
    }
}
