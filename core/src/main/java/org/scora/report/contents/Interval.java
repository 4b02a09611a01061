package org.scora.report.contents;

/**
 * A share that was seen, and between which shares the true one lies with 95 % confidence: the score interval of Wilson
 * (Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American Statistical Association 22,
 * 1927), which holds for few and for rare events too.
 *
 * @param hits how often it was so
 * @param all of how many
 */
public record Interval(long hits, long all) {
    private static final double Z = 1.959964;
    private static final double SQUARE = Z * Z;

    public Interval {
        if (hits < 0 || hits > all) {
            throw new IllegalArgumentException(hits + " of " + all + " is no share");
        }
    }

    /** The share that was seen; 0 when nothing was. */
    public double share() {
        return all == 0 ? 0 : (double) hits / all;
    }

    /** The lower bound of the true share. */
    public double low() {
        return hits == 0 ? 0 : Math.max(0, center() - reach());
    }

    /** The upper bound of the true share; 1 when nothing was seen. */
    public double high() {
        return hits == all ? 1 : Math.min(1, center() + reach());
    }

    private double center() {
        return (hits + SQUARE / 2) / (all + SQUARE);
    }

    private double reach() {
        double share = share();
        return Z * Math.sqrt(share * (1 - share) * all + SQUARE / 4) / (all + SQUARE);
    }

    /** How many would have to be seen without a single hit until the true share is surely below this one. */
    public static long enoughFor(double share) {
        return (long) Math.ceil(SQUARE * (1 - share) / share);
    }
}
