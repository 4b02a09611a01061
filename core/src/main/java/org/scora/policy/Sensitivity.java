package org.scora.policy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The score from which a disposition applies. The names are the chance of error that an administrator accepts: normal
 * is one wrong in a thousand.
 *
 * @param score log10 odds
 */
public record Sensitivity(double score) {
    private static final Map<String, Double> NAMES =
            Map.of("very cautious", 5.0, "cautious", 4.0, "normal", 3.0, "aggressive", 2.0, "very aggressive", 1.0);

    /** What a sensitivity may look like, for settings. */
    public static final String KIND =
            "very cautious, cautious, normal, aggressive, very aggressive, a score such as 3.5, or off";

    /**
     * Reads a name or a score from 0 to 10.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Sensitivity parse(String text) {
        String name = text.trim().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        Double named = NAMES.get(name);
        return new Sensitivity(named == null ? parseScore(text) : named);
    }

    private static double parseScore(String text) {
        double score;
        try {
            score = Double.parseDouble(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a sensitivity", e);
        }
        if (!(score >= 0 && score <= 10)) {
            throw new IllegalArgumentException("a score out of 0 to 10");
        }
        return score == 0 ? 0.0 : score;
    }

    /** The names with their scores, the most cautious last. */
    public static Map<String, Double> names() {
        return new TreeMap<>(NAMES);
    }
}
