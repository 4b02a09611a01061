package org.scora.score;

/**
 * A finding with what it weighs, as it stands in a verdict.
 *
 * @param weight with the points that counted: those of the weights file times the finding's strength
 */
public record WeighedFinding(Finding finding, Weight weight) {

    public double points() {
        return weight.points();
    }
}
