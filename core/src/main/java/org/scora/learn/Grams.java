package org.scora.learn;

/**
 * The first view of a message: the overlapping 5-byte substrings of its beginning as it came, header included. They need
 * no language, no words and no faith in MIME, and a spammer's misspelling shares most of them with what it misspells
 * (Goodman and Yih, Online Discriminative Spam Filter Training, CEAS 2006; Sculley and Wachman, Relaxed Online SVMs for
 * Spam Filtering, SIGIR 2007).
 */
final class Grams {
    /** How much of a message is looked at, in bytes. */
    static final int PREFIX = 3500;

    static final int LENGTH = 5;

    private static final long LAST_BYTES = (1L << LENGTH * Byte.SIZE) - 1;

    private Grams() {}

    static void collect(byte[] source, FeatureSet features) {
        int end = Math.min(source.length, PREFIX);
        long gram = 0;
        for (int i = 0; i < end; i++) {
            gram = (gram << Byte.SIZE | source[i] & 0xff) & LAST_BYTES;
            if (i >= LENGTH - 1) {
                features.add(Hash.feature(gram));
            }
        }
    }
}
