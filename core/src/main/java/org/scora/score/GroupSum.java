package org.scora.score;

/** What the findings of one group add up to, in points. */
public record GroupSum(Group group, double sum) {

    /** What is left of the sum within the group's caps. */
    public double counted() {
        return group.cap(sum);
    }

    public boolean capped() {
        return counted() != sum;
    }
}
