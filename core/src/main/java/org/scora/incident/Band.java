package org.scora.incident;

import java.util.List;

/**
 * Between which bounds a share usually is, by the same measure in the past: four times the median deviation around the
 * median, and never narrower than what all but the most extreme of the past had. So a rhythm of nights and week-ends that
 * was seen once is usual, and single outliers do not widen it.
 *
 * @param low from 0 to 1
 * @param high from 0 to 1
 * @param median from 0 to 1
 * @param windows of how many measures of the past it is made
 */
record Band(double low, double high, double median, int windows) {
    private static final double DEVIATIONS = 4;
    // The median deviation of a normal distribution is this part of its standard deviation.
    private static final double NORMAL = 1.4826;
    private static final double EXTREME = 0.02;

    /**
     * @param past shares of earlier windows
     * @param margin what is added above and below, however steady the past was
     */
    static Band of(List<Share> past, double margin) {
        List<Double> sorted = past.stream().map(Share::value).sorted().toList();
        if (sorted.isEmpty()) {
            return new Band(0, margin, 0, 0);
        }
        double median = quantile(sorted, 0.5);
        double deviation = quantile(
                sorted.stream().map(value -> Math.abs(value - median)).sorted().toList(), 0.5);
        double reach = DEVIATIONS * NORMAL * deviation;
        return new Band(
                Math.max(0, Math.min(median - reach, quantile(sorted, EXTREME)) - margin),
                Math.min(1, Math.max(median + reach, quantile(sorted, 1 - EXTREME)) + margin),
                median,
                sorted.size());
    }

    private static double quantile(List<Double> sorted, double place) {
        return sorted.get((int) Math.round(place * (sorted.size() - 1)));
    }

    /** Whether a share is surely above it. */
    boolean isExceededBy(Share share, double sigmas) {
        return share.least(sigmas) > high;
    }

    /** Whether a share is surely below it. */
    boolean isUndercutBy(Share share, double sigmas) {
        return share.most(sigmas) < low;
    }

    /** For people. */
    String words() {
        return windows == 0
                ? "not known yet; at most " + Share.percent(high) + " is taken for usual"
                : Share.percent(median) + ", and up to " + Share.percent(high) + " at times";
    }
}
