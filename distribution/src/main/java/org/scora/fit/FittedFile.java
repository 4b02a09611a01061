package org.scora.fit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.scora.score.Composite;
import org.scora.score.Weight;
import org.scora.score.Weights;

/** The file that fitted points are written to. */
final class FittedFile {
    private FittedFile() {}

    /** All points that differ from those set by hand, with what they were fitted on. */
    static String text(Weights byHand, Map<String, Double> points, List<Sample> samples) {
        StringBuilder text = new StringBuilder();
        text.append(
                "# Points that were fitted on labelled mail; they count instead of those in weights.tsv. Written by scora fit.\n");
        text.append("# Fitted on (wanted/unwanted): ").append(sources(samples)).append('\n');
        text.append("name\tpoints\n");
        byHand.all().forEach(weight -> append(text, weight, points));
        byHand.composites().stream().map(Composite::weight).forEach(weight -> append(text, weight, points));
        return text.toString();
    }

    private static void append(StringBuilder text, Weight weight, Map<String, Double> points) {
        double fitted = points.getOrDefault(weight.name(), weight.points());
        if (Math.abs(fitted - weight.points()) >= 0.005) {
            text.append(String.format(Locale.ROOT, "%s\t%.2f%n", weight.name(), fitted));
        }
    }

    private static String sources(List<Sample> samples) {
        Map<String, long[]> counts = new TreeMap<>();
        samples.forEach(
                sample -> counts.computeIfAbsent(sample.source(), source -> new long[2])[sample.unwanted() ? 1 : 0]++);
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue()[0] + "/" + entry.getValue()[1])
                .collect(Collectors.joining(", "));
    }
}
