package org.scora.score;

/** A finding with what it weighs, as it stands in a verdict. */
public record WeighedFinding(Finding finding, Weight weight) {}
