package org.scora.learn;

/**
 * One way of looking at a message. Each is a filter of its own: it is taught by its own errors, and what they say is
 * averaged (Lynam, Cormack and Cheriton, On-line Spam Filter Fusion, SIGIR 2006: filters that are fused so do better than
 * each of them). Taught as one, the view with the most features would explain everything first,
 * and the others would learn nothing.
 */
enum View {
    /** {@link Grams}. */
    GRAMS(0.5),
    /** {@link Traits}, which hold for the senders that were taught more than for others. */
    TRAITS(0.25),
    /** {@link Structure}, which says less of each message, but the same of senders that were never seen. */
    STRUCTURE(0.25);

    private final double share;

    View(double share) {
        this.share = share;
    }

    /** How much its log odds count in the average. */
    double share() {
        return share;
    }
}
