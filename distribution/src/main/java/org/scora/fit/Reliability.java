package org.scora.fit;

import java.util.List;
import java.util.Locale;

/** Whether scores come true: of the mail that is scored about so, how much is wanted, and how much should be. */
final class Reliability {
    private static final double[] BOUNDS = {-4, -3, -2, -1, 0, 1, 2, 3, 4, 5};

    private Reliability() {}

    /** A table; one line for each band of scores, wanted mail counted and expected. */
    static String of(List<Accuracy.Scored> scored) {
        StringBuilder table = new StringBuilder("\nscore from   to    messages    wanted  expected\n");
        double from = Double.NEGATIVE_INFINITY;
        for (double to : BOUNDS) {
            table.append(line(scored, from, to));
            from = to;
        }
        return table.append(line(scored, from, Double.POSITIVE_INFINITY)).toString();
    }

    private static String line(List<Accuracy.Scored> scored, double from, double to) {
        List<Accuracy.Scored> band = scored.stream()
                .filter(one -> one.score() >= from && one.score() < to)
                .toList();
        double wanted = band.stream().filter(one -> !one.unwanted()).count();
        double expected = band.stream()
                .mapToDouble(one -> 1 / (1 + Math.pow(10, one.score())))
                .sum();
        return String.format(Locale.ROOT, "%9.0f %6.0f  %9d %9.0f %9.1f%n", from, to, band.size(), wanted, expected);
    }
}
