package org.scora.incident;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number among others of which it is a part.
 *
 * @param part from 0 to the whole
 */
record Share(long part, long whole) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /**
     * The least that the true share is, as far as so few can tell: the lower bound of Wilson's interval (E. B. Wilson, 1927).
     *
     * @param sigmas how sure: 3 is wrong once in about a thousand times, 4 once in thirty thousand
     */
    double least(double sigmas) {
        return whole == 0 ? 0 : Math.max(0, (center(sigmas) - spread(sigmas)) / scale(sigmas));
    }

    /** The most that it is. */
    double most(double sigmas) {
        return whole == 0 ? 1 : Math.min(1, (center(sigmas) + spread(sigmas)) / scale(sigmas));
    }

    private double scale(double z) {
        return 1 + z * z / whole;
    }

    private double center(double z) {
        return value() + z * z / (2 * whole);
    }

    private double spread(double z) {
        return z * Math.sqrt(value() * (1 - value()) / whole + z * z / (4.0 * whole * whole));
    }

    Share and(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    /** For people: {@code 12 of 40 (30 %)}. */
    String words() {
        return part + " of " + whole + " (" + percent(value()) + ")";
    }

    static String percent(double share) {
        BigDecimal percent = BigDecimal.valueOf(share).multiply(HUNDRED);
        int decimals = share < 0.1 ? 1 : 0;
        return percent.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
