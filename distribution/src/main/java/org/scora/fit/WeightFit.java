package org.scora.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scora.score.Finding;
import org.scora.score.Weight;
import org.scora.score.Weights;

/**
 * Fits the points of findings: a logistic regression (in natural log odds) whose weights start at the points that were
 * set by hand and are drawn back to them, so that what labelled mail shows often decides, and what it never shows stays
 * as people who know mail set it. A weight never changes its sign: a finding that is bad news stays bad news or becomes
 * none. Solved by Newton steps on one weight at a time, which needs no step size (Friedman, Hastie and Tibshirani,
 * Regularization Paths for Generalized Linear Models via Coordinate Descent, 2010).
 */
final class WeightFit {
    private static final double LN10 = Math.log(10);
    // How far, in points, a weight may stray from what was set by hand before that costs as much as one message that is
    // judged quite wrong.
    private static final double STRAY = 0.7;
    private static final int ROUNDS = 200;

    private final Weights start;
    private final Map<String, List<Cell>> columns = new HashMap<>();

    /** A message, and where its score stands at the moment. */
    private static final class Row {
        private final double truth;
        private final double importance;
        private double logOdds;

        Row(boolean unwanted, double importance, double logOdds) {
            this.truth = unwanted ? 1 : 0;
            this.importance = importance;
            this.logOdds = logOdds;
        }
    }

    private record Cell(Row row, double strength) {}

    WeightFit(Weights start) {
        this.start = start;
    }

    /** @param importance how often the message counts */
    void add(List<Finding> findings, boolean unwanted, double importance) {
        Row row = new Row(unwanted, importance, start.prior().points() * LN10);
        columnOf(Weights.PRIOR).add(new Cell(row, 1));
        for (Finding finding : findings) {
            columnOf(finding.name()).add(new Cell(row, finding.strength()));
            row.logOdds += start.of(finding.name()).map(Weight::points).orElse(0.0) * LN10 * finding.strength();
        }
    }

    /** The fitted points of every weight; those that no message had stay as they were set. */
    Map<String, Double> points() {
        Map<String, Double> points = new HashMap<>();
        Map<String, Weight> weights = new HashMap<>();
        start.all().forEach(weight -> weights.put(weight.name(), weight));
        start.composites().forEach(composite -> weights.put(composite.name(), composite.weight()));
        weights.forEach((name, weight) -> points.put(name, weight.points()));
        // Strings and files for trying the filter are in no real mail.
        weights.values().removeIf(weight -> weight.group().equals("test"));
        for (int round = 0; round < ROUNDS; round++) {
            weights.forEach((name, weight) -> points.put(
                    name, step(weight, points.getOrDefault(name, 0.0), columns.getOrDefault(name, List.of()))));
        }
        return points;
    }

    private double step(Weight weight, double now, List<Cell> cells) {
        double stray = 1 / (STRAY * STRAY * LN10 * LN10);
        double slope = (weight.points() - now) * LN10 * stray;
        double bend = stray;
        for (Cell cell : cells) {
            double belief = 1 / (1 + Math.exp(-cell.row.logOdds));
            slope += cell.row.importance * cell.strength * (cell.row.truth - belief);
            bend += cell.row.importance * cell.strength * cell.strength * Math.max(1e-4, belief * (1 - belief));
        }
        double next = withSignOf(weight, now + Math.max(-0.3, Math.min(0.3, slope / bend / LN10)));
        cells.forEach(cell -> cell.row.logOdds += (next - now) * LN10 * cell.strength);
        return next;
    }

    private static double withSignOf(Weight weight, double points) {
        if (weight.name().equals(Weights.PRIOR) || weight.points() == 0) {
            return weight.points() == 0 ? 0 : points;
        }
        return weight.points() > 0 ? Math.max(0, points) : Math.min(0, points);
    }

    private List<Cell> columnOf(String name) {
        return columns.computeIfAbsent(name, key -> new ArrayList<>());
    }
}
