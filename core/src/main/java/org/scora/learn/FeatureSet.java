package org.scora.learn;

import java.util.Arrays;

/** Distinct numbers below 2^{@link Learner#BITS} in the order in which they came: a small open hash table. */
final class FeatureSet {
    /** Numbers beyond these are left out; a message has some 4,000. */
    static final int MOST = 8000;

    private static final int SLOTS = 1 << 14;

    private final int[] slots = new int[SLOTS];
    private final int[] features = new int[MOST];
    private int size;
    private int taken;

    void add(int feature) {
        if (size == MOST) {
            return;
        }
        int stored = feature + 1;
        int slot = feature & SLOTS - 1;
        while (slots[slot] != 0) {
            if (slots[slot] == stored) {
                return;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        slots[slot] = stored;
        features[size++] = feature;
    }

    /** Those that were added since the last call. */
    int[] take() {
        int[] added = Arrays.copyOfRange(features, taken, size);
        taken = size;
        return added;
    }
}
