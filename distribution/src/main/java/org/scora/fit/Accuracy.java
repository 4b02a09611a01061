package org.scora.fit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How well scores tell unwanted from wanted mail. */
public final class Accuracy {
    /**
     * A message that was scored.
     *
     * @param score log10 odds
     */
    public record Scored(double score, boolean unwanted) {}

    private final List<Scored> ascending;
    private final double wanted;
    private final double unwanted;

    public Accuracy(List<Scored> scored) {
        this.ascending = scored.stream()
                .sorted(Comparator.comparingDouble(Scored::score))
                .toList();
        this.unwanted = scored.stream().filter(Scored::unwanted).count();
        this.wanted = scored.size() - unwanted;
    }

    /** One line of a table; what can not be said without wanted or without unwanted mail is a dash. */
    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-22s %6.0f %6.0f  %8s  %7s   %13s   %13s   %13s",
                name,
                wanted,
                unwanted,
                both() ? String.format(Locale.ROOT, "%.4f", 100 * areaAbove()) : "-",
                both() ? String.format(Locale.ROOT, "%.2f", 100 * recallAt(0.001)) : "-",
                rates(2),
                rates(3),
                rates(4));
    }

    static String heading() {
        return String.format(
                Locale.ROOT,
                "%-22s %6s %6s  %8s  %7s   %13s   %13s   %13s",
                "source",
                "ham",
                "spam",
                "1-AUC %",
                "R@0.1%",
                "caught/FP at 2",
                "at 3",
                "at 4");
    }

    /** The chance that some wanted mail scores higher than some unwanted one; a tie counts half. From 0 to 1. */
    public double areaAbove() {
        double below = 0;
        double good = 0;
        for (int i = 0; i < ascending.size(); ) {
            int end = i;
            double spam = 0;
            while (end < ascending.size()
                    && ascending.get(end).score() == ascending.get(i).score()) {
                spam += ascending.get(end).unwanted() ? 1 : 0;
                end++;
            }
            double ham = end - i - spam;
            good += spam * below + spam * ham / 2;
            below += ham;
            i = end;
        }
        return 1 - good / (wanted * unwanted);
    }

    /** The share of unwanted mail above a threshold that at most this share of wanted mail passes. From 0 to 1. */
    public double recallAt(double falsePositives) {
        int allowed = (int) (falsePositives * wanted);
        double caught = 0;
        int passed = 0;
        for (int i = ascending.size() - 1; i >= 0; i--) {
            if (ascending.get(i).unwanted()) {
                caught++;
            } else if (++passed > allowed) {
                double cut = ascending.get(i).score();
                return (caught - tied(i, cut)) / unwanted;
            }
        }
        return caught / unwanted;
    }

    private double tied(int last, double cut) {
        return ascending.stream()
                .skip(last + 1L)
                .filter(scored -> scored.unwanted() && scored.score() == cut)
                .count();
    }

    /** The share of unwanted mail that scores this much or more. From 0 to 1; not a number without unwanted mail. */
    public double caught(double threshold) {
        return count(threshold, true) / unwanted;
    }

    /** The share of wanted mail that scores this much or more. From 0 to 1; not a number without wanted mail. */
    public double falsePositives(double threshold) {
        return count(threshold, false) / wanted;
    }

    private double count(double threshold, boolean ofUnwanted) {
        return ascending.stream()
                .filter(scored -> scored.unwanted() == ofUnwanted && scored.score() >= threshold)
                .count();
    }

    private String rates(double threshold) {
        return (unwanted == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100 * caught(threshold)))
                + " / "
                + (wanted == 0 ? "-" : String.format(Locale.ROOT, "%.2f", 100 * falsePositives(threshold)));
    }

    /** Whether there is mail of both kinds; what compares them can not be said otherwise. */
    public boolean both() {
        return wanted > 0 && unwanted > 0;
    }
}
