package org.scora.console.web.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scora.score.Explanation;
import org.scora.score.GroupSum;
import org.scora.score.UnknownCheck;
import org.scora.score.Verdict;
import org.scora.score.WeighedFinding;
import org.scora.score.Weights;

/**
 * Why a message was held: each finding with what it weighs, and how that comes to the score.
 *
 * @param reasons what was decided for the user, with the threshold that applied and what would have changed it
 * @param start what any message begins with
 * @param capped groups that were not counted in full
 * @param unknown what could not be told
 */
public record ReceiptView(
        String score,
        String certainty,
        List<String> reasons,
        Line start,
        List<Line> findings,
        List<String> capped,
        List<String> unknown) {
    private static final int MOST = 60;

    /**
     * One finding.
     *
     * @param evidence what exactly was seen; may be empty
     */
    public record Line(String points, String sentence, String evidence, String name) {}

    static ReceiptView of(Verdict verdict, Weights weights, List<String> reasons) {
        return new ReceiptView(
                Explanation.points(verdict.score()),
                Explanation.certainty(verdict.score()),
                reasons.stream().map(Words::sentence).distinct().toList(),
                new Line(
                        Explanation.points(weights.prior().points()),
                        weights.prior().sentence(),
                        "",
                        weights.prior().name()),
                verdict.findings().stream().limit(MOST).map(ReceiptView::line).toList(),
                capped(verdict, weights),
                verdict.unknown().stream().limit(MOST).map(ReceiptView::unknown).toList());
    }

    private static Line line(WeighedFinding finding) {
        return new Line(
                Explanation.points(finding.points()),
                Words.line(finding.weight().sentence()),
                Words.line(finding.finding().evidence()),
                Words.line(finding.finding().name()));
    }

    private static List<String> capped(Verdict verdict, Weights weights) {
        List<String> capped = new ArrayList<>();
        for (GroupSum sum : weights.sums(verdict.findings())) {
            Optional.of(sum)
                    .filter(GroupSum::capped)
                    .ifPresent(one -> capped.add(one.group().meaning() + ": " + Explanation.points(one.sum())
                            + " in all, counted as " + Explanation.points(one.counted())));
        }
        return capped;
    }

    private static String unknown(UnknownCheck check) {
        return Words.line(check.check() + ": " + check.reason());
    }
}
