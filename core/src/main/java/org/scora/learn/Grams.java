package org.scora.learn;

import java.util.Arrays;

/**
 * What the learner looks at: the distinct overlapping 4-byte substrings of the beginning of a message as it came, its
 * header included. They need no language, no words and no faith in MIME, and a spammer's misspelling shares most of
 * them with what it misspells (Goodman and Yih, Online Discriminative Spam Filter Training, CEAS 2006; Sculley and
 * Wachman, Relaxed Online SVMs for Spam Filtering, SIGIR 2007).
 */
final class Grams {
    /** How much of a message is looked at, in bytes. */
    static final int PREFIX = 3500;

    private static final int LENGTH = 4;
    // 2^32 divided by the golden ratio: Knuth's multiplicative hash, of which the highest bits are the best.
    private static final int MULTIPLIER = 0x9E3779B1;

    private Grams() {}

    /**
     * The weights that belong to a message: distinct numbers below 2^bits in ascending order, at most {@link #PREFIX}.
     * Grams that fall on the same number share it, and count once.
     */
    static int[] of(byte[] source, int bits) {
        int count = Math.max(0, Math.min(source.length, PREFIX) - LENGTH + 1);
        int[] hashes = new int[count];
        for (int i = 0; i < count; i++) {
            int gram = (source[i] & 0xff) << 24
                    | (source[i + 1] & 0xff) << 16
                    | (source[i + 2] & 0xff) << 8
                    | (source[i + 3] & 0xff);
            hashes[i] = gram * MULTIPLIER >>> Integer.SIZE - bits;
        }
        Arrays.sort(hashes);
        return withoutRepetitions(hashes);
    }

    private static int[] withoutRepetitions(int[] sorted) {
        int distinct = 0;
        for (int hash : sorted) {
            if (distinct == 0 || sorted[distinct - 1] != hash) {
                sorted[distinct++] = hash;
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }
}
