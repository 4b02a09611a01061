package org.scora.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.scora.fit.Accuracy.Scored;

/** Of the mail that scores within a band, and of all above: how much is wanted, and how much should be. */
final class Reliance {
    private static final double[][] BANDS = {
        {2, 3}, {3, 4}, {4, Double.POSITIVE_INFINITY}, {2, Double.POSITIVE_INFINITY}, {3, Double.POSITIVE_INFINITY}
    };

    private Reliance() {}

    static String text(Map<String, List<Scored>> byName) {
        StringBuilder text =
                new StringBuilder("| mail | score | messages | wanted | expected |\n| --- | --- | --- | --- | --- |\n");
        new TreeMap<>(byName).forEach((name, scored) -> {
            for (double[] band : BANDS) {
                String bounds =
                        String.format(Locale.ROOT, band[1] > 10 ? "%.0f and more" : "%.0f to %.0f", band[0], band[1]);
                text.append(line(name, bounds, within(scored, band[0], band[1])));
            }
        });
        return text.toString();
    }

    private static List<Scored> within(List<Scored> scored, double from, double to) {
        return scored.stream()
                .filter(one -> one.score() >= from && one.score() < to)
                .toList();
    }

    private static String line(String name, String bounds, List<Scored> band) {
        long wanted = band.stream().filter(one -> !one.unwanted()).count();
        double expected = band.stream()
                .mapToDouble(one -> 1 / (1 + Math.pow(10, one.score())))
                .sum();
        return String.format(
                Locale.ROOT, "| %s | %s | %d | %d | %.2f |%n", name, bounds, band.size(), wanted, expected);
    }
}
