package org.scora.check.scanner;

/** Other programs' scores as points: never more than they can know. */
final class Points {
    private static final double LEAST = -1;
    private static final double MOST = 4;

    private Points() {}

    static double of(double points) {
        return Math.max(LEAST, Math.min(MOST, points));
    }
}
