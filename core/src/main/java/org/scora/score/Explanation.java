package org.scora.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A verdict in plain words: what was found, what each finding weighs, and how the score came about. */
public final class Explanation {
    private static final int EVIDENCE_AT_MOST = 200;

    private final Weights weights;

    public Explanation(Weights weights) {
        this.weights = weights;
    }

    /** Lines of text for a terminal or a mail, without control characters, however hostile the message was. */
    public List<String> of(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(verdict));
        lines.add("");
        lines.add(line(
                weights.prior().points(),
                weights.prior().sentence(),
                weights.prior().name()));
        verdict.findings().forEach(finding -> lines.addAll(linesOf(finding)));
        lines.addAll(sums(verdict));
        lines.addAll(unknown(verdict));
        return lines;
    }

    /** The same, and what would have taken it across a threshold. */
    public List<String> of(Verdict verdict, double threshold) {
        List<String> lines = new ArrayList<>(of(verdict));
        lines.add("");
        lines.add("What would have changed it:");
        lines.add("        " + Counterfactual.of(weights, verdict, threshold).sentence());
        return lines;
    }

    /**
     * The certainty that belongs to a score, such as {@code 99.2 %}, with as many nines as there are up to
     * {@code 99.999 %}: rounded neither to a certainty that there is not, nor to nothing.
     *
     * @param score log10 odds
     */
    public static String certainty(double score) {
        int decimals = (int) Math.max(1, Math.min(3, Math.floor(score) - 1));
        BigDecimal percent = BigDecimal.valueOf(100 * Verdict.certaintyOf(score))
                .min(new BigDecimal("99.999"))
                .setScale(decimals, score > 0 ? RoundingMode.DOWN : RoundingMode.UP);
        return percent.toPlainString() + " %";
    }

    private static String headline(Verdict verdict) {
        String opinion = verdict.score() > 0
                ? certainty(verdict.score()) + " certain that this is " + kind(verdict)
                : "probably wanted, with a chance of " + certainty(verdict.score()) + " that it is not";
        return "Score %s: %s (3 says 1000 to 1)".formatted(points(verdict.score()), opinion);
    }

    private static String kind(Verdict verdict) {
        return switch (verdict.category()) {
            case SPAM -> "spam";
            case PHISHING -> "phishing";
            case EXPLICIT -> "explicit";
            case VIRUS -> "a virus";
        };
    }

    private static List<String> linesOf(WeighedFinding finding) {
        String line = line(
                finding.points(), finding.weight().sentence(), finding.finding().name());
        String evidence = harmless(finding.finding().evidence());
        return evidence.isEmpty() ? List.of(line) : List.of(line, "        " + evidence);
    }

    private static String line(double points, String sentence, String name) {
        return "%6s  %s [%s]".formatted(points(points), sentence, name);
    }

    private List<String> sums(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        if (!verdict.findings().isEmpty()) {
            lines.add("");
            lines.add("What the groups of findings add up to:");
        }
        for (GroupSum sum : weights.sums(verdict.findings())) {
            String cap = sum.capped() ? ", counted as " + points(sum.counted()) : "";
            lines.add("%6s  %s%s".formatted(points(sum.sum()), sum.group().meaning(), cap));
        }
        return lines;
    }

    private static List<String> unknown(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        if (!verdict.unknown().isEmpty()) {
            lines.add("");
            lines.add("What could not be told, and weighs nothing:");
        }
        verdict.unknown().forEach(check -> lines.add("        " + check.check() + ": " + harmless(check.reason())));
        return lines;
    }

    /** Points with their sign, such as {@code +1.30}. */
    public static String points(double points) {
        return String.format(Locale.ROOT, "%+.2f", Math.abs(points) < 0.005 ? 0.0 : points);
    }

    /** Without what could move a terminal's cursor or turn the direction of reading. */
    private static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        text.codePoints().limit(EVIDENCE_AT_MOST).map(Explanation::harmless).forEach(harmless::appendCodePoint);
        return text.codePointCount(0, text.length()) > EVIDENCE_AT_MOST ? harmless + "…" : harmless.toString();
    }

    private static int harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> '\uFFFD';
            default -> codePoint;
        };
    }
}
