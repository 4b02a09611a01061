package org.scora.score;

/** What the findings of one group add up to, in points. */
record GroupSum(Group group, double sum) {

    double counted() {
        return group.cap(sum);
    }

    boolean capped() {
        return counted() != sum;
    }
}
